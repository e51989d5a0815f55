import type { HelpLine, LineLanguage } from "@/lib/help/help-line";
import { prisma, type Tx } from "./client";

export interface HelpLineRow extends HelpLine {
  readonly id: string;
  readonly language: LineLanguage;
  /** Among the lines of its language, from 0. */
  readonly position: number;
}

/** Every line of the district, in the order in which each language shows its own. */
export async function listHelpLines(tx: Tx = prisma()): Promise<HelpLineRow[]> {
  const rows = await tx.helpLine.findMany({
    orderBy: [{ language: "asc" }, { position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      language: true,
      name: true,
      phone: true,
      textNumber: true,
      chatUrl: true,
      position: true,
    },
  });
  // Written through the schema only, which knows the languages.
  return rows.map((row) => ({ ...row, language: row.language as LineLanguage }));
}

/** Lets one change of the lines through at a time: how many there are, and their order, stay true. */
export async function lockHelpLines(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7306)`;
}

/** Adds a line, or changes the one with this id. */
export async function writeHelpLine(tx: Tx, line: HelpLineRow): Promise<void> {
  const { id, ...data } = line;
  await tx.helpLine.upsert({
    where: { id },
    create: { id, ...data },
    update: data,
    select: { id: true },
  });
}

export async function setHelpLinePosition(tx: Tx, id: string, position: number): Promise<void> {
  await tx.helpLine.update({ where: { id }, data: { position }, select: { id: true } });
}

export async function deleteHelpLine(tx: Tx, id: string): Promise<void> {
  await tx.helpLine.delete({ where: { id }, select: { id: true } });
}
