import { inTransaction, prisma, type Tx } from "./client";

/** A student's category in one dimension. */
export interface StudentCategory {
  readonly personId: string;
  readonly dimension: string;
  readonly category: string;
}

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

/** Categories of one dimension with how many students have each. */
export async function listCategories(
  dimension: string,
  tx: Tx = prisma(),
): Promise<{ readonly category: string; readonly students: number }[]> {
  const rows = await tx.studentDemographic.groupBy({
    by: ["category"],
    where: { dimension },
    _count: true,
    orderBy: { category: "asc" },
  });
  return rows.map((row) => ({ category: row.category, students: row._count }));
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

/** Removes one dimension, or all of them. */
export async function deleteDimensions(dimension?: string): Promise<number> {
  return inTransaction(async (tx) => {
    const where = dimension === undefined ? {} : { dimension };
    return (await tx.studentDemographic.deleteMany({ where })).count;
  });
}
