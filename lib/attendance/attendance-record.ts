/** One fact about one student on one day, whatever file it came from. */
export type AttendanceStatus = "absent" | "tardy" | "present";

export interface AttendanceRecord {
  readonly personId: string;
  /** `null` where the file does not name the school. */
  readonly schoolId: string | null;
  /** Set for section attendance only; `null` means the record is about the whole day. */
  readonly sectionId: string | null;
  /** ISO date. */
  readonly date: string;
  readonly status: AttendanceStatus;
  /** `null` where the file does not say. Kept for display: every absence counts, excused or not. */
  readonly excused: boolean | null;
}

/**
 * What makes two records the same fact: student, day and section. The school is left out on
 * purpose: a correction that leaves the school blank must still replace.
 */
export function attendanceKey(
  record: Pick<AttendanceRecord, "personId" | "date" | "sectionId">,
): string {
  return JSON.stringify([record.personId, record.date, record.sectionId]);
}

/**
 * Applies an incremental file to what is already known: a record with the same key replaces the
 * earlier one, so nothing is ever counted twice. Within `incoming` the last row wins, because
 * systems append their corrections. Applying the same file again changes nothing.
 */
export function applyCorrections(
  known: readonly AttendanceRecord[],
  incoming: readonly AttendanceRecord[],
): { records: AttendanceRecord[]; added: number; replaced: number; unchanged: number } {
  const byKey = new Map<string, AttendanceRecord>();
  for (const record of known) byKey.set(attendanceKey(record), record);
  const counts = { added: 0, replaced: 0, unchanged: 0 };
  for (const [key, record] of lastPerKey(incoming)) {
    const before = byKey.get(key);
    if (!before) counts.added += 1;
    else if (sameFact(before, record)) counts.unchanged += 1;
    else counts.replaced += 1;
    byKey.set(key, record);
  }
  return { records: [...byKey.values()], ...counts };
}

/** One record a key, the last of the batch; for a batch that goes to the database in one statement. */
export function lastPerKey(batch: readonly AttendanceRecord[]): Map<string, AttendanceRecord> {
  const byKey = new Map<string, AttendanceRecord>();
  for (const record of batch) byKey.set(attendanceKey(record), record);
  return byKey;
}

function sameFact(a: AttendanceRecord, b: AttendanceRecord): boolean {
  return a.status === b.status && a.excused === b.excused && a.schoolId === b.schoolId;
}
