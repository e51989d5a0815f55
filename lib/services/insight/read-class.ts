import { can } from "@/lib/access/can";
import { type ClassRow, findClass, listTeacherNames } from "@/lib/data/classes";
import type { FlagRow } from "@/lib/data/flags";
import { gradeKey } from "@/lib/attendance/student-grade";
import { listGroupLooks } from "@/lib/data/group-absence";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { type ClassAbsence, loadClassAbsence } from "./class-absence";
import { type ClassPulse, loadClassPulse } from "./class-pulse";
import { listSeenFlags } from "../flags/seen-flags";
import { gradeWords } from "./grade-words";
import { type GroupAbsence, groupsBySchool, isRising } from "./group-absence";
import { loadRunningWave, type RunningWave } from "./running-wave";

/** Everything the page of one class shows. */
export interface ClassView {
  readonly class: ClassRow & { readonly gradeWords: string; readonly teachers: readonly string[] };
  /** Null before the class's first sealed wave. */
  readonly pulse: ClassPulse | null;
  readonly running: RunningWave | null;
  /** Null while there is no attendance. */
  readonly absence: ClassAbsence | null;
  /** Its grade and its school, as far as absence rises there as a whole. */
  readonly risingAround: readonly GroupAbsence[];
  /** Open flags. */
  readonly flags: readonly FlagRow[];
}

/** How a class is, what changed and what to look at: for its teachers and their administrators. */
export async function readClass(
  context: ServiceContext,
  classId: string,
): Promise<Result<ClassView, "missing">> {
  const found = await findClass(classId);
  if (found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(context.actor, "class.read", ref).allowed) return failure("missing");
  const [teachers, pulse, running, absence, flags, looks] = await Promise.all([
    listTeacherNames([found.id]),
    loadClassPulse(found),
    loadRunningWave(found.id),
    loadClassAbsence(found),
    listSeenFlags(context, { classIds: [found.id] }),
    listGroupLooks({ schoolIds: [found.schoolId] }),
  ]);
  const around = groupsBySchool(looks).get(found.schoolId);
  const grades = new Set(found.grades.map(gradeKey));
  return success({
    class: {
      ...found,
      gradeWords: gradeWords(found.grades),
      teachers: teachers.get(found.id) ?? [],
    },
    pulse,
    running,
    absence,
    risingAround: [
      ...(around?.grades.filter(({ grade }) => grades.has(grade)) ?? []),
      ...(around?.school ? [around.school] : []),
    ].filter(isRising),
    flags,
  });
}
