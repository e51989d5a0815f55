import { can } from "@/lib/access/can";
import { type ClassRow, findClass } from "@/lib/data/classes";
import { gradeKey } from "@/lib/attendance/student-grade";
import { listGroupLooks } from "@/lib/data/group-absence";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { type ClassAbsence, loadClassAbsence } from "./class-absence";
import { type ClassPulse, loadClassPulse } from "./class-pulse";
import { listSeenFlags } from "../flags/seen-flags";
import { type WorkedFlag, workedFlags } from "../flags/worked-flags";
import { type GroupAbsence, groupsBySchool, isRising } from "./group-absence";
import { listTodaysPulses, type TodaysPulse } from "../waves/list-todays-pulses";
import { loadRunningWave, type RunningWave } from "./running-wave";

/** Everything the page of one class shows. */
export interface ClassView {
  readonly class: ClassRow;
  /** Null before the class's first sealed wave. */
  readonly pulse: ClassPulse | null;
  readonly running: RunningWave | null;
  /** What the class answers today, or is to; null if nothing, or if the actor may not deal its slips. */
  readonly today: TodaysPulse | null;
  /** Whether the actor may schedule a pulse for this class alone. */
  readonly maySchedule: boolean;
  /** Null while there is no attendance. */
  readonly absence: ClassAbsence | null;
  /** Its grade and its school, as far as absence rises there as a whole. */
  readonly risingAround: readonly GroupAbsence[];
  /** Open flags. */
  readonly flags: readonly WorkedFlag[];
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
  const [pulse, running, today, absence, flags, looks] = await Promise.all([
    loadClassPulse(found.id),
    loadRunningWave(found.id),
    listTodaysPulses(context, [ref]),
    loadClassAbsence(found),
    listSeenFlags(context, { classIds: [found.id] }).then((seen) => workedFlags(context, seen)),
    listGroupLooks({ schoolIds: [found.schoolId] }),
  ]);
  const around = groupsBySchool(looks).get(found.schoolId);
  const grades = new Set(found.grades.map(gradeKey));
  return success({
    class: found,
    pulse,
    running,
    today: today.get(found.id) ?? null,
    maySchedule: can(context.actor, "wave.schedule", { classes: [ref] }).allowed,
    absence,
    risingAround: [
      ...(around?.grades.filter(({ grade }) => grades.has(grade)) ?? []),
      ...(around?.school ? [around.school] : []),
    ].filter(isRising),
    flags,
  });
}
