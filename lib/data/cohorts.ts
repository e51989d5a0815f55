import { prisma, type Tx } from "./client";

/** A saved set of classes, as it was saved. */
export interface CohortRow {
  readonly id: string;
  readonly name: string;
  readonly classIds: readonly string[];
  /** Of those classes when they were saved. */
  readonly schoolIds: readonly string[];
  readonly savedAt: Date;
}

const COHORT = { id: true, name: true, classIds: true, schoolIds: true, savedAt: true } as const;

/** Every saved set, by name. */
export async function listCohorts(tx: Tx = prisma()): Promise<CohortRow[]> {
  return tx.cohort.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: COHORT });
}

export async function findCohort(id: string, tx: Tx = prisma()): Promise<CohortRow | null> {
  return tx.cohort.findUnique({ where: { id }, select: COHORT });
}

export async function createCohort(
  tx: Tx,
  cohort: CohortRow & { readonly savedBy: string | null },
): Promise<void> {
  const { classIds, schoolIds, ...rest } = cohort;
  await tx.cohort.create({
    data: { ...rest, classIds: [...classIds], schoolIds: [...schoolIds] },
    select: { id: true },
  });
}

/** False when it has been deleted meanwhile. */
export async function renameCohort(tx: Tx, id: string, name: string): Promise<boolean> {
  return (await tx.cohort.updateMany({ where: { id }, data: { name } })).count === 1;
}

/** False when it has been deleted meanwhile. */
export async function deleteCohort(tx: Tx, id: string): Promise<boolean> {
  return (await tx.cohort.deleteMany({ where: { id } })).count === 1;
}
