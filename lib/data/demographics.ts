import type { StudentCategory } from "@/lib/roster/demographics/dimension";
import { prisma, type Tx } from "./client";

/** Dimensions that the district holds, with how many students have a category in each. */
export async function listDimensions(
  tx: Tx = prisma(),
): Promise<{ readonly dimension: string; readonly students: number }[]> {
  const rows = await tx.studentDemographic.groupBy({
    by: ["dimension"],
    _count: true,
    orderBy: { dimension: "asc" },
  });
  return rows.map((row) => ({ dimension: row.dimension, students: row._count }));
}

/** Every category with how many students have it, by dimension and then by name. */
export async function listCategories(
  tx: Tx = prisma(),
): Promise<
  { readonly dimension: string; readonly category: string; readonly students: number }[]
> {
  const rows = await tx.studentDemographic.groupBy({
    by: ["dimension", "category"],
    _count: true,
    orderBy: [{ dimension: "asc" }, { category: "asc" }],
  });
  return rows.map(({ dimension, category, _count }) => ({ dimension, category, students: _count }));
}

/** Ids of the students on the roster now: those who can be given a category. */
export async function listStudentIds(tx: Tx = prisma()): Promise<Set<string>> {
  const where = { active: true, role: "student" };
  const rows = await tx.person.findMany({ where, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** For each student their categories by dimension; students without any have no entry. */
export async function findCategories(
  query: { personIds: readonly string[]; dimensions: readonly string[] },
  tx: Tx = prisma(),
): Promise<Map<string, Map<string, string>>> {
  const rows = await tx.studentDemographic.findMany({
    where: {
      personId: { in: [...query.personIds] },
      dimension: { in: [...query.dimensions] },
    },
    select: { personId: true, dimension: true, category: true },
  });
  const found = new Map<string, Map<string, string>>();
  for (const { personId, dimension, category } of rows) {
    const own = found.get(personId) ?? new Map<string, string>();
    own.set(dimension, category);
    found.set(personId, own);
  }
  return found;
}

/** Replaces whole dimensions: what a new file does not say is not kept from an old one. */
export async function replaceDimensions(
  tx: Tx,
  dimensions: readonly string[],
  rows: readonly StudentCategory[],
): Promise<void> {
  await tx.studentDemographic.deleteMany({ where: { dimension: { in: [...dimensions] } } });
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx.studentDemographic.createMany({ data: rows.slice(at, at + BATCH) });
  }
}

const BATCH = 5_000;

/** Removes one dimension, or all of them. Returns how many rows there were. */
export async function deleteDimensions(tx: Tx, dimension: string | null): Promise<number> {
  const where = dimension === null ? {} : { dimension };
  return (await tx.studentDemographic.deleteMany({ where })).count;
}

/** Removes what is known of students who are not on the roster any more: their names stay, for past results. */
export async function forgetLeavers(tx: Tx): Promise<void> {
  await tx.studentDemographic.deleteMany({
    where: { person: { OR: [{ active: false }, { role: { not: "student" } }] } },
  });
}
