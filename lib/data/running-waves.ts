import { prisma, type Tx } from "./client";

/** A wave that is planned, open, or closed and not yet sealed. */
export interface RunningWaveRow {
  readonly id: string;
  readonly title: string;
  readonly state: "planned" | "open" | "closed";
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Empty when the server holds the key. */
  readonly trustees: readonly { readonly taken: boolean; readonly confirmed: boolean }[];
}

const RUNNING = ["planned", "open", "closed"];

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
    select: {
      id: true,
      title: true,
      state: true,
      timeZone: true,
      opensAt: true,
      closesAt: true,
      trustees: { select: { taken: true, confirmed: true } },
    },
  });
  return rows.map((row) => ({ ...row, state: row.state as RunningWaveRow["state"] }));
}
