/** Students enrolled fewer days than this are not classified. */
export const MINIMUM_ENROLLED_DAYS = 10;

export const ABSENCE_BANDS = ["satisfactory", "at-risk", "moderate", "severe"] as const;
export type AbsenceBand = (typeof ABSENCE_BANDS)[number];

export interface ChronicAbsence {
  readonly personId: string;
  readonly enrolledDays: number;
  readonly absentDays: number;
  /** `null` when enrolled fewer than 10 days: too early to say. */
  readonly band: AbsenceBand | null;
  /** Missed 10% of the days or more; `null` as for `band`. */
  readonly chronic: boolean | null;
}

/**
 * Classifies students by days missed for any reason out of the days they could have attended.
 * Below 5% satisfactory, 5 to under 10 at risk, 10 to under 20 moderate, 20 and above severe; from
 * 10% on chronic. Boundaries fall on the worse side and are compared in integers, so that 18 of
 * 180 days is chronic whatever 0.1 is in binary. Throws on counts that cannot be.
 */
export function chronicAbsence(
  perStudentDays: readonly {
    readonly personId: string;
    readonly enrolledDays: number;
    readonly absentDays: number;
  }[],
): ChronicAbsence[] {
  return perStudentDays.map(({ personId, enrolledDays, absentDays }) => {
    const band = absenceBand(enrolledDays, absentDays);
    const chronic = band === null ? null : band === "moderate" || band === "severe";
    return { personId, enrolledDays, absentDays, band, chronic };
  });
}

/** The band of one student; see `chronicAbsence`. */
export function absenceBand(enrolledDays: number, absentDays: number): AbsenceBand | null {
  if (!Number.isInteger(enrolledDays) || !Number.isInteger(absentDays))
    throw new RangeError("days are whole numbers");
  if (absentDays < 0 || absentDays > enrolledDays)
    throw new RangeError(`${String(absentDays)} of ${String(enrolledDays)} days missed`);
  if (enrolledDays < MINIMUM_ENROLLED_DAYS) return null;
  const missed = 100 * absentDays;
  if (missed >= 20 * enrolledDays) return "severe";
  if (missed >= 10 * enrolledDays) return "moderate";
  return missed >= 5 * enrolledDays ? "at-risk" : "satisfactory";
}

/** Counts of a class or a school. Shares are for the caller, beside `classified` as their n. */
export interface ChronicSummary {
  readonly students: number;
  /** Students with a band. */
  readonly classified: number;
  readonly bands: Readonly<Record<AbsenceBand, number>>;
  /** Moderate and severe. */
  readonly chronic: number;
}

/** Summary of a set of students; a student must be in it once. */
export function summarizeChronicAbsence(students: readonly ChronicAbsence[]): ChronicSummary {
  const bands = { satisfactory: 0, "at-risk": 0, moderate: 0, severe: 0 };
  for (const { band } of students) if (band !== null) bands[band] += 1;
  return summaryOf(students.length, bands);
}

/** The same summary from students counted by days: so many missed so many of so many days. */
export function summarizeDayCounts(
  counts: Iterable<{
    readonly possibleDays: number;
    readonly absentDays: number;
    readonly students: number;
  }>,
): ChronicSummary {
  const bands = { satisfactory: 0, "at-risk": 0, moderate: 0, severe: 0 };
  let students = 0;
  for (const { possibleDays, absentDays, students: more } of counts) {
    const band = absenceBand(possibleDays, absentDays);
    if (band !== null) bands[band] += more;
    students += more;
  }
  return summaryOf(students, bands);
}

function summaryOf(students: number, bands: ChronicSummary["bands"]): ChronicSummary {
  const chronic = bands.moderate + bands.severe;
  const classified = bands.satisfactory + bands["at-risk"] + chronic;
  return { students, classified, bands, chronic };
}

/**
 * Summaries by class: `members` maps a class to its students' ids. A student counts with the days
 * of the whole school, in each of their classes. Ids without days are left out.
 */
export function chronicAbsenceByClass(
  students: readonly ChronicAbsence[],
  members: ReadonlyMap<string, Iterable<string>>,
): Map<string, ChronicSummary> {
  const byId = new Map(students.map((student) => [student.personId, student]));
  const summaries = new Map<string, ChronicSummary>();
  for (const [classId, personIds] of members) {
    const present = [...new Set(personIds)].flatMap((personId) => byId.get(personId) ?? []);
    summaries.set(classId, summarizeChronicAbsence(present));
  }
  return summaries;
}
