import { prisma, type Tx } from "./client";

export interface DistrictRow {
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** Days in which only a class's own teacher sees a new flag. */
  readonly teacherFirstDays: number;
}

/** This district, or null before the first run. */
export async function findDistrict(tx: Tx = prisma()): Promise<DistrictRow | null> {
  return tx.district.findUnique({
    where: { id: 1 },
    select: { name: true, timeZone: true, isDemo: true, teacherFirstDays: true },
  });
}

/** Takes the lock that lets one first run through; held to the end of the transaction. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7301)`;
}

export async function createDistrict(
  tx: Tx,
  district: Omit<DistrictRow, "teacherFirstDays"> & {
    readonly createdAt: Date;
    /** 3 unless said. */
    readonly teacherFirstDays?: number;
  },
): Promise<void> {
  await tx.district.create({ data: { id: 1, ...district }, select: { id: true } });
}

export async function setTeacherFirstDays(tx: Tx, teacherFirstDays: number): Promise<void> {
  await tx.district.update({
    where: { id: 1 },
    data: { teacherFirstDays },
    select: { id: true },
  });
}

/** Empties a demonstration district; the database refuses on any other. */
export async function replaceDemo(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT replace_demo()`;
}
