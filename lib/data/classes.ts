import type { Prisma } from "@/generated/prisma/client";
import { prisma, type Tx, webPool } from "./client";
import { whoTakesPart } from "./participation";

export interface ClassRow {
  readonly id: string;
  readonly title: string;
  readonly grades: string[];
  readonly schoolId: string;
  readonly schoolName: string;
  /** The school's own time zone, when it differs from the district's. */
  readonly schoolTimeZone: string | null;
}

export interface SchoolRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string | null;
}

const CLASS = {
  id: true,
  title: true,
  grades: true,
  schoolId: true,
  school: { select: { name: true, timeZone: true } },
} as const;

function flat(row: {
  id: string;
  title: string;
  grades: string[];
  schoolId: string;
  school: { name: string; timeZone: string | null };
}): ClassRow {
  const { school, ...rest } = row;
  return { ...rest, schoolName: school.name, schoolTimeZone: school.timeZone };
}

/** Active classes by school and title; ids and schools narrow. */
export async function listClasses(
  query: { ids?: readonly string[]; schoolIds?: readonly string[] } = {},
  tx: Tx = prisma(),
): Promise<ClassRow[]> {
  const rows = await tx.class.findMany({
    where: {
      active: true,
      ...(query.ids === undefined ? {} : { id: { in: [...query.ids] } }),
      ...(query.schoolIds === undefined ? {} : { schoolId: { in: [...query.schoolIds] } }),
    },
    orderBy: [{ school: { name: "asc" } }, { title: "asc" }, { id: "asc" }],
    select: CLASS,
  });
  return rows.map(flat);
}

/** A class, also one that has left the roster: its results stay readable. */
export async function findClass(id: string, tx: Tx = prisma()): Promise<ClassRow | null> {
  const row = await tx.class.findUnique({ where: { id }, select: CLASS });
  return row === null ? null : flat(row);
}

export async function listSchools(tx: Tx = prisma()): Promise<SchoolRow[]> {
  return tx.org.findMany({
    where: { active: true, type: "school" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, timeZone: true },
  });
}

/** Schools with active classes, by name, and how many; schools narrow. */
export async function countClassesBySchool(
  query: { schoolIds?: readonly string[] } = {},
): Promise<{ readonly id: string; readonly name: string; readonly classes: number }[]> {
  const { rows } = await webPool().query<{ id: string; name: string; classes: number }>({
    name: "count-classes-by-school",
    text: `
      SELECT o.id, o.name, count(*)::int AS classes
      FROM classes c JOIN orgs o ON o.id = c.school_id
      WHERE c.active AND ($1::text[] IS NULL OR o.id = ANY($1))
      GROUP BY o.id, o.name ORDER BY o.name, o.id`,
    values: [query.schoolIds ?? null],
  });
  return rows;
}

export async function findSchool(id: string, tx: Tx = prisma()): Promise<SchoolRow | null> {
  return tx.org.findFirst({
    where: { id, active: true, type: "school" },
    select: { id: true, name: true, timeZone: true },
  });
}

/** For each class the ids of its active students, sorted. */
export async function listClassRosters(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  return rostersOf(classIds, {}, tx);
}

/** The same of those who take part in pulses: whom a wave that is planned now asks. */
export async function listAskedRosters(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  return rostersOf(classIds, await whoTakesPart(tx), tx);
}

async function rostersOf(
  classIds: readonly string[],
  who: Prisma.PersonWhereInput,
  tx: Tx,
): Promise<Map<string, string[]>> {
  const rows = await tx.enrollment.findMany({
    where: {
      classId: { in: [...classIds] },
      role: "student",
      active: true,
      person: { AND: [{ active: true }, who] },
    },
    select: { classId: true, personId: true },
    distinct: ["classId", "personId"],
    orderBy: { personId: "asc" },
  });
  const rosters = new Map<string, string[]>();
  for (const row of rows) {
    const roster = rosters.get(row.classId);
    if (roster === undefined) rosters.set(row.classId, [row.personId]);
    else roster.push(row.personId);
  }
  return rosters;
}

/** The names of a class's teachers. */
export async function listTeacherNames(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  const rows = await tx.enrollment.findMany({
    where: { classId: { in: [...classIds] }, role: "teacher", active: true },
    select: { classId: true, person: { select: { givenName: true, familyName: true } } },
    orderBy: [{ primary: "desc" }, { id: "asc" }],
  });
  const names = new Map<string, string[]>();
  for (const { classId, person } of rows) {
    names.set(classId, [
      ...(names.get(classId) ?? []),
      `${person.givenName} ${person.familyName}`.trim(),
    ]);
  }
  return names;
}
