import type { DigestSchedule } from "@/lib/digest/schedule";
import type { Consent } from "@/lib/waves/consent";
import { prisma, type Tx } from "./client";

export interface DistrictRow {
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  /** Days in which only a class's own teacher sees a new flag. */
  readonly teacherFirstDays: number;
  /** Whether students take part unless, or only if, their family says so. */
  readonly consent: Consent;
}

/** This district, or null before the first run. */
export async function findDistrict(tx: Tx = prisma()): Promise<DistrictRow | null> {
  const row = await tx.district.findUnique({
    where: { id: 1 },
    select: { name: true, timeZone: true, isDemo: true, teacherFirstDays: true, consent: true },
  });
  // The database's CHECK constraint holds it to the two known words.
  return row === null ? null : { ...row, consent: row.consent as Consent };
}

/** Takes the lock that lets one first run through; held to the end of the transaction. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7301)`;
}

export async function createDistrict(
  tx: Tx,
  district: Omit<DistrictRow, "teacherFirstDays" | "consent"> & {
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

/** When the week's mail goes out, on the district's clock; null before the first run. */
export async function findDigestSchedule(tx: Tx = prisma()): Promise<DigestSchedule | null> {
  const row = await tx.district.findUnique({
    where: { id: 1 },
    select: { digestWeekday: true, digestHour: true },
  });
  return row === null ? null : { weekday: row.digestWeekday, hour: row.digestHour };
}

export async function setDigestSchedule(tx: Tx, { weekday, hour }: DigestSchedule): Promise<void> {
  await tx.district.update({
    where: { id: 1 },
    data: { digestWeekday: weekday, digestHour: hour },
    select: { id: true },
  });
}

export async function setConsent(tx: Tx, consent: Consent): Promise<void> {
  await tx.district.update({ where: { id: 1 }, data: { consent }, select: { id: true } });
}

/** Empties a demonstration district; the database refuses on any other. */
export async function replaceDemo(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT replace_demo()`;
}
