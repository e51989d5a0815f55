import { type AbsenceRatePoint, absenceRateSeries } from "@/lib/attendance/absence-rate-series";
import {
  chronicAbsence,
  type ChronicSummary,
  summarizeChronicAbsence,
} from "@/lib/attendance/chronic-absence";
import type { ClassRow } from "@/lib/data/classes";
import { listStudentAbsences, listWeeksBesideSchool } from "@/lib/data/class-weeks";

/** Absence of a class beside the rest of its school, and how many of its students miss a tenth or more. */
export interface ClassAbsence {
  readonly weeks: readonly AbsenceRatePoint[];
  readonly chronic: ChronicSummary;
}

const REST = "the rest of the school";

/** Null while the class has no attendance. */
export async function loadClassAbsence(of: ClassRow): Promise<ClassAbsence | null> {
  const [rows, students] = await Promise.all([
    listWeeksBesideSchool({ classId: of.id, schoolId: of.schoolId }),
    listStudentAbsences(of.id),
  ]);
  const schoolId = of.schoolId;
  const series = absenceRateSeries(
    rows.flatMap(({ weekStart, classDays, classAbsent, restDays, restAbsent }) => [
      {
        schoolId,
        classId: of.id,
        weekStart,
        studentDays: classDays ?? 0,
        absentDays: classAbsent ?? 0,
      },
      { schoolId, classId: REST, weekStart, studentDays: restDays, absentDays: restAbsent },
    ]),
    of.id,
  );
  if (!series.ok || series.points.every((point) => point.classRate === null)) return null;
  const chronic = summarizeChronicAbsence(
    chronicAbsence(
      students.map(({ personId, possibleDays, absentDays }) => ({
        personId,
        enrolledDays: possibleDays,
        absentDays,
      })),
    ),
  );
  return { weeks: series.points, chronic };
}
