import type { AttendanceStatus } from "@/lib/attendance/attendance-record";
import { prisma, type Tx } from "./client";

/** A record as it is stored: blanks are empty strings, so that the key has no null. */
export interface StoredAttendance {
  readonly personId: string;
  readonly date: string;
  readonly sectionId: string;
  /** Empty: the file does not say and the student is in several schools. */
  readonly schoolId: string;
  readonly status: AttendanceStatus;
  readonly excused: boolean | null;
}

export interface UpsertCounts {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/**
 * Writes one batch, at most one record a key (`lastPerKey`). A record that is there is replaced, never
 * doubled; a replacement that does not name the school keeps the one known.
 *
 * A column travels as one text, a line a cell: as an array it would be copied cell by cell on its way
 * through Prisma, which for half a million rows is most of the memory. No cell holds a line break: the
 * row reader refuses control characters. (A single empty cell comes out as null, hence coalesce.)
 */
export async function upsertAttendance(
  tx: Tx,
  batch: readonly StoredAttendance[],
): Promise<UpsertCounts> {
  const column = (cell: (row: StoredAttendance) => string): string => batch.map(cell).join("\n");
  const rows = await tx.$queryRaw<{ added: number; replaced: number }[]>`
    WITH written AS (
      INSERT INTO attendance_records AS a (person_id, date, section_id, school_id, status, excused)
      SELECT person_id, date::date, coalesce(section_id, ''), coalesce(school_id, ''), status,
             nullif(excused, '')::boolean
      FROM unnest(
        string_to_array(${column((row) => row.personId)}, chr(10)),
        string_to_array(${column((row) => row.date)}, chr(10)),
        string_to_array(${column((row) => row.sectionId)}, chr(10)),
        string_to_array(${column((row) => row.schoolId)}, chr(10)),
        string_to_array(${column((row) => row.status)}, chr(10)),
        string_to_array(${column((row) => excusedWord(row.excused))}, chr(10))
      ) AS r(person_id, date, section_id, school_id, status, excused)
      ON CONFLICT (person_id, date, section_id) DO UPDATE
      SET status = EXCLUDED.status, excused = EXCLUDED.excused,
          school_id = coalesce(nullif(EXCLUDED.school_id, ''), a.school_id)
      WHERE (a.status, a.excused, a.school_id) IS DISTINCT FROM
            (EXCLUDED.status, EXCLUDED.excused, coalesce(nullif(EXCLUDED.school_id, ''), a.school_id))
      RETURNING (xmax = 0) AS fresh
    )
    SELECT count(*) FILTER (WHERE fresh)::int AS added,
           count(*) FILTER (WHERE NOT fresh)::int AS replaced
    FROM written`;
  const { added, replaced } = rows[0] ?? { added: 0, replaced: 0 };
  return { added, replaced, unchanged: batch.length - added - replaced };
}

function excusedWord(excused: boolean | null): string {
  return excused === null ? "" : excused ? "true" : "false";
}

export async function hasAttendance(tx: Tx = prisma()): Promise<boolean> {
  return (await tx.attendanceRecord.findFirst({ select: { personId: true } })) !== null;
}

/** What an attendance file's numbers can refer to. */
export interface RosterKeys {
  /** Every student the roster has known, also those who left: to their one school, or "" for several. */
  readonly schoolOfStudent: ReadonlyMap<string, string>;
  /** School ids and identifiers to school ids. */
  readonly schoolByNumber: ReadonlyMap<string, string>;
  readonly schoolOfClass: ReadonlyMap<string, string>;
}

export async function readRosterKeys(tx: Tx = prisma()): Promise<RosterKeys> {
  const students = await tx.$queryRaw<{ id: string; school: string }[]>`
    SELECT p.id, CASE WHEN count(DISTINCT e.school_id) = 1 THEN min(e.school_id) ELSE '' END AS school
    FROM people p LEFT JOIN enrollments e ON e.person_id = p.id AND e.role = 'student'
    WHERE p.role = 'student' GROUP BY p.id`;
  const schools = await tx.org.findMany({
    where: { type: "school" },
    select: { id: true, identifier: true },
  });
  const classes = await tx.class.findMany({ select: { id: true, schoolId: true } });
  const schoolByNumber = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, identifier } of schools) {
    if (identifier === null) continue;
    if (schoolByNumber.has(identifier)) twice.add(identifier);
    schoolByNumber.set(identifier, id);
  }
  for (const number of twice) schoolByNumber.delete(number);
  for (const { id } of schools) schoolByNumber.set(id, id);
  return {
    schoolOfStudent: new Map(students.map(({ id, school }) => [id, school])),
    schoolByNumber,
    schoolOfClass: new Map(classes.map(({ id, schoolId }) => [id, schoolId])),
  };
}
