import { can } from "@/lib/access/can";
import type { FlagRow } from "@/lib/data/flags";
import { listClassesWithPlan } from "@/lib/data/plans";
import { ageInDays, type WorkStage, workStage } from "@/lib/flags/work";
import type { ServiceContext } from "../context";
import { type Holder, listHolders } from "./flag-holders";

/** A flag with where the work on it stands and what its reader may do about that. */
export interface WorkedFlag extends FlagRow {
  readonly stage: WorkStage;
  /** Whole days since it was raised. */
  readonly ageDays: number;
  /** `maySee`: somebody who changed school or class may have it and not see it any more. */
  readonly holder: { readonly name: string; readonly maySee: boolean } | null;
  /** Whether a plan runs in its class now. */
  readonly planRuns: boolean;
  readonly may: {
    /** The reader can take it: they have not got it. */
    readonly take: boolean;
    readonly giveBack: boolean;
    /** Colleagues whom the reader can give it to. */
    readonly giveTo: readonly Holder[];
    readonly answer: boolean;
  };
}

/** What the lists and pages say about flags that the actor sees. */
export async function workedFlags(
  { actor, now }: Pick<ServiceContext, "actor" | "now">,
  flags: readonly FlagRow[],
): Promise<WorkedFlag[]> {
  // Nobody is asked who could take a closed flag.
  const open = flags.filter(({ state }) => state !== "closed");
  const [holders, planned] = await Promise.all([
    listHolders(open, now),
    open.length === 0 ? new Set<string>() : listClassesWithPlan(open.map(({ classId }) => classId)),
  ]);
  return flags.map((flag) => {
    const { holderId, holderName, classId, schoolId } = flag;
    const able = holders.get(flag.id) ?? [];
    const mayGive = (to: string | null) =>
      flag.state !== "closed" &&
      can(actor, "flag.assign", { classId, schoolId, from: holderId, to }).allowed;
    const own = actor.kind === "staff" ? actor.accountId : null;
    const giveTo = able.filter(({ id }) => id !== holderId && mayGive(id));
    return {
      ...flag,
      stage: workStage(flag, now),
      ageDays: ageInDays(flag, now),
      holder:
        holderName === null
          ? null
          : {
              name: holderName,
              maySee: flag.state === "closed" || able.some(({ id }) => id === holderId),
            },
      planRuns: planned.has(classId),
      may: {
        take: giveTo.some(({ id }) => id === own),
        giveBack: holderId !== null && mayGive(null),
        giveTo: giveTo.filter(({ id }) => id !== own),
        answer: flag.state !== "closed" && can(actor, "flag.answer", flag).allowed,
      },
    };
  });
}
