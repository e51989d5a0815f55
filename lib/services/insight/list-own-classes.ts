import { can } from "@/lib/access/can";
import { listClasses, listTeacherNames } from "@/lib/data/classes";
import type { FlagTier } from "@/lib/flags/evidence";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "../flags/seen-flags";
import { gradeWords } from "./grade-words";
import { ownScope } from "./own-scope";

/** A class as lists name it. */
export interface OwnClass {
  readonly id: string;
  readonly title: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly gradeWords: string;
  readonly teachers: readonly string[];
  /** Tier of the open flag, if there is one. */
  readonly tier: FlagTier | null;
}

/** The classes of a member of staff, by school and title; nobody else gets any. */
export async function listOwnClasses(context: ServiceContext): Promise<OwnClass[]> {
  const { actor } = context;
  if (actor.kind !== "staff") return [];
  const scope = ownScope(actor);
  const [classes, flags] = await Promise.all([
    listClasses({
      ...(scope.schoolIds === undefined ? {} : { schoolIds: scope.schoolIds }),
      ...(scope.classIds === undefined ? {} : { ids: scope.classIds }),
    }),
    listSeenFlags(context, scope),
  ]);
  const own = classes.filter(
    (row) => can(actor, "class.read", { classId: row.id, schoolId: row.schoolId }).allowed,
  );
  const teachers = await listTeacherNames(own.map((row) => row.id));
  const tiers = new Map(flags.map((flag) => [flag.classId, flag.tier]));
  return own.map((row) => ({
    id: row.id,
    title: row.title,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    gradeWords: gradeWords(row.grades),
    teachers: teachers.get(row.id) ?? [],
    tier: tiers.get(row.id) ?? null,
  }));
}
