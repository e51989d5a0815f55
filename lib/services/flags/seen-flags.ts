import type { Actor } from "@/lib/access/actor";
import { listClassesWithTeacher } from "@/lib/data/accounts";
import type { Tx } from "@/lib/data/client";
import { findDistrict } from "@/lib/data/district";
import { type FlagRow, listFlags } from "@/lib/data/flags";
import { isSeenBy } from "@/lib/flags/teacher-first";
import type { ServiceContext } from "../context";

/** What of a flag decides who sees it by now. */
type Raised = Pick<FlagRow, "classId" | "raisedAt">;

/** Flags as `listFlags` finds them, without those that only the class's own teacher sees yet. */
export async function listSeenFlags(
  context: ServiceContext,
  query: Parameters<typeof listFlags>[0],
): Promise<FlagRow[]> {
  return onlySeen(context, await listFlags(query));
}

/** Of these flags the ones that the actor may see by now. */
export async function onlySeen<F extends Raised>(
  { actor, now }: Pick<ServiceContext, "actor" | "now">,
  flags: readonly F[],
  tx?: Tx,
): Promise<F[]> {
  const others = flags.filter((flag) => !teaches(actor, flag.classId));
  if (others.length === 0) return [...flags];
  const isSeen = await seenRule(others, now, tx);
  return flags.filter((flag) => isSeen(actor, flag));
}

/** Whether somebody sees one of these flags by now; that they may see its class is decided elsewhere. */
export async function seenRule(
  flags: readonly Raised[],
  now: Date,
  tx?: Tx,
): Promise<(actor: Actor, flag: Raised) => boolean> {
  const [district, withTeacher] = await Promise.all([
    findDistrict(tx),
    listClassesWithTeacher([...new Set(flags.map(({ classId }) => classId))], tx),
  ]);
  return (actor, flag) =>
    isSeenBy(flag, {
      teachesClass: teaches(actor, flag.classId),
      classHasTeacher: withTeacher.has(flag.classId),
      teacherFirstDays: district?.teacherFirstDays ?? 0,
      now,
    });
}

function teaches(actor: Actor, classId: string): boolean {
  return actor.kind === "staff" && actor.role === "teacher" && actor.classIds.includes(classId);
}
