import { Prisma } from "@/generated/prisma/client";
import type { Choice, Consent } from "@/lib/waves/consent";
import { prisma, type Tx } from "./client";
import { findDistrict } from "./district";

/** What a family chose, or that a choice is taken back. */
export interface ChoiceChange {
  readonly personId: string;
  readonly choice: Choice | null;
}

/** The people who take part in pulses planned now: `takesPart`, said to the database. */
export async function whoTakesPart(tx: Tx = prisma()): Promise<Prisma.PersonWhereInput> {
  const consent: Consent = (await findDistrict(tx))?.consent ?? "passive";
  const saidYes = { choice: { is: { choice: "in" } } };
  return consent === "active" ? saidYes : { OR: [{ choice: { is: null } }, saidYes] };
}

/** Of these people the ids of those who take part in pulses planned now. */
export async function findTakingPart(
  personIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Set<string>> {
  const who = await whoTakesPart(tx);
  const found = new Set<string>();
  for (let at = 0; at < personIds.length; at += BATCH) {
    const part = personIds.slice(at, at + BATCH);
    const rows = await tx.person.findMany({
      where: { AND: [who, { id: { in: part } }] },
      select: { id: true },
    });
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** People a statement: PostgreSQL takes 65,535 values, and a district has more students than that. */
const BATCH = 5_000;

/** Every choice that is kept of students on the roster now. */
export async function listChoices(tx: Tx = prisma()): Promise<Map<string, Choice>> {
  const rows = await tx.participationChoice.findMany({
    where: { person: { active: true, role: "student" } },
    select: { personId: true, choice: true },
  });
  return new Map(rows.map(({ personId, choice }) => [personId, choice as Choice]));
}

/** Writes choices; null removes one. */
export async function writeChoices(
  tx: Tx,
  changes: readonly ChoiceChange[],
  entered: { readonly by: string; readonly at: Date },
): Promise<void> {
  for (let at = 0; at < changes.length; at += BATCH) {
    const part = changes.slice(at, at + BATCH);
    await tx.participationChoice.deleteMany({
      where: { personId: { in: part.map(({ personId }) => personId) } },
    });
    await tx.participationChoice.createMany({
      data: part.flatMap(({ personId, choice }) =>
        choice === null ? [] : [{ personId, choice, enteredBy: entered.by, enteredAt: entered.at }],
      ),
    });
  }
}

export interface SchoolChoices {
  readonly schoolId: string;
  readonly students: number;
  readonly out: number;
  readonly in: number;
}

/** For each school its students on the roster, and how many of them have either choice. */
export async function countChoices(tx: Tx = prisma()): Promise<Map<string, SchoolChoices>> {
  const rows = await tx.$queryRaw<SchoolChoices[]>`
    SELECT s.school_id AS "schoolId", count(*)::int AS students,
           count(*) FILTER (WHERE c.choice = 'out')::int AS out,
           count(*) FILTER (WHERE c.choice = 'in')::int AS in
    FROM (${studentsAtSchools}) s LEFT JOIN participation_choices c ON c.person_id = s.person_id
    GROUP BY s.school_id`;
  return new Map(rows.map((row) => [row.schoolId, row]));
}

/** A student is at a school by a class in it or by the roster's own word, once each. */
const studentsAtSchools = Prisma.sql`
  SELECT e.person_id, e.school_id FROM enrollments e JOIN people p ON p.id = e.person_id
  WHERE e.role = 'student' AND e.active AND p.active AND p.role = 'student'
  UNION SELECT p.id, unnest(p.org_ids) FROM people p WHERE p.active AND p.role = 'student'`;

export interface StudentRow {
  readonly id: string;
  readonly name: string;
  readonly grades: readonly string[];
  readonly schoolIds: readonly string[];
  readonly choice: Choice | null;
}

/**
 * Students on the roster by name: every word of `words` must be in the given name or the family name, or be the
 * student's number. `schoolIds` narrows to students of these schools, `choice` to those with that choice.
 */
export async function findStudents(
  query: {
    readonly words: readonly string[];
    readonly schoolIds?: readonly string[];
    readonly choice?: Choice;
    readonly limit: number;
  },
  tx: Tx = prisma(),
): Promise<StudentRow[]> {
  const { schoolIds, choice } = query;
  const has = (word: string) => ({ contains: literal(word), mode: "insensitive" as const });
  const rows = await tx.person.findMany({
    where: {
      role: "student",
      active: true,
      AND: [
        ...query.words.map((word) => ({
          OR: [{ givenName: has(word) }, { familyName: has(word) }, { id: word }],
        })),
        ...(schoolIds === undefined ? [] : [{ OR: atSchools(schoolIds) }]),
        ...(choice === undefined ? [] : [{ choice: { is: { choice } } }]),
      ],
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: query.limit,
    select: STUDENT,
  });
  return rows.map(flat);
}

/** A student on the roster, or null. */
export async function findStudent(id: string, tx: Tx = prisma()): Promise<StudentRow | null> {
  const row = await tx.person.findFirst({
    where: { id, role: "student", active: true },
    select: STUDENT,
  });
  return row === null ? null : flat(row);
}

const AT_CLASS = { role: "student", active: true } as const;
const STUDENT = {
  id: true,
  givenName: true,
  familyName: true,
  grades: true,
  orgIds: true,
  choice: { select: { choice: true } },
  enrollments: { where: AT_CLASS, select: { schoolId: true }, distinct: ["schoolId"] },
} satisfies Prisma.PersonSelect;

function atSchools(schoolIds: readonly string[]): Prisma.PersonWhereInput[] {
  const ids = [...schoolIds];
  return [
    { enrollments: { some: { ...AT_CLASS, schoolId: { in: ids } } } },
    { orgIds: { hasSome: ids } },
  ];
}

function flat(row: Prisma.PersonGetPayload<{ select: typeof STUDENT }>): StudentRow {
  const { id, givenName, familyName, grades, orgIds, choice, enrollments } = row;
  return {
    ...{ id, grades },
    name: `${givenName} ${familyName}`.trim(),
    schoolIds: [...new Set([...enrollments.map(({ schoolId }) => schoolId), ...orgIds])].sort(),
    // The database's CHECK constraint holds it to the two known words.
    choice: (choice?.choice ?? null) as Choice | null,
  };
}

/** A word as it is typed: "%" and "_" are signs, not patterns. */
function literal(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
