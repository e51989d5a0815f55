import type { PersonName } from "@/lib/texts/strip-names";
import { prisma, type Tx } from "./client";

export interface PersonRow {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
}

/** The active people of a role, by name. */
export async function listPeopleWithRole(role: string, tx: Tx = prisma()): Promise<PersonRow[]> {
  return tx.person.findMany({
    where: { role, active: true },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    select: { id: true, givenName: true, familyName: true, email: true },
  });
}

/** The active teacher with this address, when there is exactly one. */
export async function findTeacherByEmail(email: string, tx: Tx = prisma()): Promise<string | null> {
  const rows = await tx.person.findMany({
    where: { role: "teacher", active: true, email: { equals: email, mode: "insensitive" } },
    take: 2,
    select: { id: true },
  });
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** The schools in which somebody teaches. */
export async function findTeacherSchools(personId: string, tx: Tx = prisma()): Promise<string[]> {
  return (await schoolsOfPeople([personId], tx)).get(personId) ?? [];
}

/** For each person the schools of their active enrolments as a teacher. */
export async function schoolsOfPeople(
  personIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  const rows = await tx.enrollment.findMany({
    where: { personId: { in: [...personIds] }, role: "teacher", active: true },
    select: { personId: true, schoolId: true },
    distinct: ["personId", "schoolId"],
  });
  const byPerson = new Map<string, string[]>();
  for (const row of rows) {
    byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row.schoolId]);
  }
  return byPerson;
}

/** Whether this is a teacher on the roster now. */
export async function isActiveTeacher(personId: string, tx: Tx = prisma()): Promise<boolean> {
  const count = await tx.person.count({ where: { id: personId, role: "teacher", active: true } });
  return count === 1;
}

/** People by id, also those who have left the roster, in the order of their names. */
export async function listPeopleByIds(
  ids: readonly string[],
  tx: Tx = prisma(),
): Promise<PersonRow[]> {
  return tx.person.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    select: { id: true, givenName: true, familyName: true, email: true },
  });
}

/**
 * The names of everybody of a school: with a class in it, on its roster without one, or with an account for it; and
 * of the people named. What may not stand in the words of its students.
 */
export async function listNamesAtSchool(
  schoolId: string,
  personIds: readonly string[],
  tx: Tx = prisma(),
): Promise<PersonName[]> {
  const [people, accounts] = await Promise.all([
    tx.person.findMany({
      where: {
        OR: [
          { enrollments: { some: { schoolId } } },
          { orgIds: { has: schoolId } },
          { id: { in: [...personIds] } },
        ],
      },
      select: { givenName: true, familyName: true },
    }),
    tx.account.findMany({ where: { schoolIds: { has: schoolId } }, select: { name: true } }),
  ]);
  return [
    ...people.map(({ givenName, familyName }) => ({ given: givenName, family: familyName })),
    ...accounts.map(({ name }) => ({ given: name, family: "" })),
  ];
}
