import { prisma, type Tx } from "./client";

/** A wave that is planned, open, or closed and not yet sealed. */
export interface RunningWaveRow {
  readonly id: string;
  readonly title: string;
  readonly state: "planned" | "open" | "closed";
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** What it does beside asking its questions, as stored. */
  readonly options: unknown;
  /** Empty when the server holds the key. */
  readonly trustees: readonly { readonly taken: boolean; readonly confirmed: boolean }[];
}

const RUNNING = ["planned", "open", "closed"];

const ROW = {
  id: true,
  title: true,
  state: true,
  timeZone: true,
  opensAt: true,
  closesAt: true,
  options: true,
  trustees: { select: { taken: true, confirmed: true } },
} as const;

/** Waves without results yet, first to open first; narrowed to those with one of these classes or schools. */
export async function listRunningWaves(
  query: { classIds?: readonly string[]; schoolIds?: readonly string[] } = {},
  tx: Tx = prisma(),
): Promise<RunningWaveRow[]> {
  const { classIds, schoolIds } = query;
  const rows = await tx.wave.findMany({
    where: {
      state: { in: RUNNING },
      ...(classIds === undefined
        ? {}
        : { margins: { some: { classId: { in: [...classIds] } } } }),
      ...(schoolIds === undefined
        ? {}
        : { margins: { some: { class: { schoolId: { in: [...schoolIds] } } } } }),
    },
    orderBy: [{ opensAt: "asc" }, { id: "asc" }],
    select: ROW,
  });
  return rows.map((row) => ({ ...row, state: row.state as RunningWaveRow["state"] }));
}

/** The same waves for each of some classes, by class id. */
export async function listRunningByClass(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, RunningWaveRow[]>> {
  const rows = await tx.margin.findMany({
    where: { classId: { in: [...classIds] }, wave: { state: { in: RUNNING } } },
    orderBy: [{ wave: { opensAt: "asc" } }, { id: "asc" }],
    select: { classId: true, wave: { select: ROW } },
  });
  const byClass = new Map<string, RunningWaveRow[]>();
  for (const { classId, wave } of rows) {
    if (classId === null) continue;
    const state = wave.state as RunningWaveRow["state"];
    byClass.set(classId, [...(byClass.get(classId) ?? []), { ...wave, state }]);
  }
  return byClass;
}
