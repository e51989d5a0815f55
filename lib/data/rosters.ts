import type { KindDiff, RosterChanges } from "@/lib/roster/diff-roster";
import type { RosterSnapshot } from "@/lib/roster/types";
import { prisma, type Tx } from "./client";

/** Records a statement: large enough to be fast, small enough to keep a statement in a few MB. */
const BATCH = 5_000;

/** Everything active, in the domain's own shape; lists are stored sorted, as the domain wants them. */
export async function readRosterSnapshot(tx: Tx = prisma()): Promise<RosterSnapshot> {
  return {
    orgs: await tx.$queryRaw<RosterSnapshot["orgs"]>`
      SELECT id, name, type, parent_id AS "parentId", identifier FROM orgs WHERE active`,
    academicSessions: await tx.$queryRaw<RosterSnapshot["academicSessions"]>`
      SELECT id, title, type, start_date::text AS "startDate", end_date::text AS "endDate",
             parent_id AS "parentId", school_year AS "schoolYear"
      FROM academic_sessions WHERE active`,
    classes: await tx.$queryRaw<RosterSnapshot["classes"]>`
      SELECT id, title, class_code AS "classCode", class_type AS "classType", grades,
             school_id AS "schoolId", term_ids AS "termIds"
      FROM classes WHERE active`,
    people: await tx.$queryRaw<RosterSnapshot["people"]>`
      SELECT id, given_name AS "givenName", family_name AS "familyName", role, grades, email,
             org_ids AS "orgIds"
      FROM people WHERE active`,
    enrollments: await tx.$queryRaw<RosterSnapshot["enrollments"]>`
      SELECT id, class_id AS "classId", school_id AS "schoolId", person_id AS "personId", role,
             "primary", begin_date::text AS "beginDate", end_date::text AS "endDate"
      FROM enrollments WHERE active`,
  };
}

/** Columns of each table as `[column, field, type]`; constants, never input. */
const TABLES = {
  orgs: {
    table: "orgs",
    columns: [
      ["id", "id", "text"],
      ["name", "name", "text"],
      ["type", "type", "text"],
      ["parent_id", "parentId", "text"],
      ["identifier", "identifier", "text"],
    ],
  },
  academicSessions: {
    table: "academic_sessions",
    columns: [
      ["id", "id", "text"],
      ["title", "title", "text"],
      ["type", "type", "text"],
      ["start_date", "startDate", "date"],
      ["end_date", "endDate", "date"],
      ["parent_id", "parentId", "text"],
      ["school_year", "schoolYear", "text"],
    ],
  },
  classes: {
    table: "classes",
    columns: [
      ["id", "id", "text"],
      ["title", "title", "text"],
      ["class_code", "classCode", "text"],
      ["class_type", "classType", "text"],
      ["grades", "grades", "text[]"],
      ["school_id", "schoolId", "text"],
      ["term_ids", "termIds", "text[]"],
    ],
  },
  people: {
    table: "people",
    columns: [
      ["id", "id", "text"],
      ["given_name", "givenName", "text"],
      ["family_name", "familyName", "text"],
      ["role", "role", "text"],
      ["grades", "grades", "text[]"],
      ["email", "email", "text"],
      ["org_ids", "orgIds", "text[]"],
    ],
  },
  enrollments: {
    table: "enrollments",
    columns: [
      ["id", "id", "text"],
      ["class_id", "classId", "text"],
      ["school_id", "schoolId", "text"],
      ["person_id", "personId", "text"],
      ["role", "role", "text"],
      ["primary", "primary", "boolean"],
      ["begin_date", "beginDate", "date"],
      ["end_date", "endDate", "date"],
    ],
  },
} as const;

/** In the order in which foreign keys allow writing. */
const KINDS = ["orgs", "academicSessions", "classes", "people", "enrollments"] as const;
type Kind = (typeof KINDS)[number];

/**
 * Writes a difference: added and changed records by upsert, leaving ones become inactive and are never
 * deleted, since results of past waves refer to them. An enrollment that leaves ends `today`
 * (YYYY-MM-DD), unless it had ended before, so that its past days still count in attendance.
 */
export async function writeRosterChanges(
  tx: Tx,
  changes: RosterChanges,
  today: string,
): Promise<void> {
  for (const kind of KINDS) await upsert(tx, kind, changes[kind]);
  for (const kind of KINDS.toReversed()) {
    const ids = changes[kind].leaving.map(({ record }) => record.id);
    if (ids.length === 0) continue;
    const ended = kind === "enrollments" ? `, end_date = least(end_date, '${isoOnly(today)}')` : "";
    await tx.$executeRawUnsafe(
      `UPDATE ${TABLES[kind].table} SET active = false${ended} WHERE id = ANY($1::text[])`,
      ids,
    );
  }
}

async function upsert(
  tx: Tx,
  kind: Kind,
  diff: Pick<KindDiff<RosterSnapshot[Kind][number]>, "added" | "changed">,
): Promise<void> {
  const records = [...diff.added, ...diff.changed.map((change) => change.after)];
  const { table, columns } = TABLES[kind];
  const names = columns.map(([column]) => `"${column}"`).join(", ");
  const from = columns.map(([, field]) => `r."${field}"`).join(", ");
  const shape = columns.map(([, field, type]) => `"${field}" ${type}`).join(", ");
  const sets = columns
    .filter(([column]) => column !== "id")
    .map(([column]) => `"${column}" = EXCLUDED."${column}"`)
    .join(", ");
  const statement =
    `INSERT INTO ${table} (${names}, active) SELECT ${from}, true ` +
    `FROM jsonb_to_recordset($1::jsonb) AS r(${shape}) ` +
    `ON CONFLICT (id) DO UPDATE SET ${sets}, active = true`;
  for (let at = 0; at < records.length; at += BATCH) {
    await tx.$executeRawUnsafe(statement, JSON.stringify(records.slice(at, at + BATCH)));
  }
}

function isoOnly(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`not an ISO date: ${date}`);
  return date;
}

export interface RosterCounts {
  readonly schools: number;
  readonly classes: number;
  readonly students: number;
  readonly teachers: number;
}

/** What the roster holds now. */
export async function countRoster(tx: Tx = prisma()): Promise<RosterCounts> {
  const rows = await tx.$queryRaw<RosterCounts[]>`
    SELECT (SELECT count(*)::int FROM orgs WHERE active AND type = 'school') AS schools,
           (SELECT count(*)::int FROM classes WHERE active) AS classes,
           (SELECT count(*)::int FROM people WHERE active AND role = 'student') AS students,
           (SELECT count(*)::int FROM people WHERE active AND role = 'teacher') AS teachers`;
  return rows[0] ?? { schools: 0, classes: 0, students: 0, teachers: 0 };
}
