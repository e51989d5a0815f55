import { prisma, type Tx } from "./client";

/** Margins that are classes. */
const CLASSES = { classId: { not: null } } as const;

/** The students (people ids) of one class in one wave. */
export async function findMarginRoster(marginId: string, tx: Tx = prisma()): Promise<string[]> {
  const row = await tx.margin.findUnique({ where: { id: marginId }, select: { roster: true } });
  return row?.roster ?? [];
}

/** Of a class in one wave, as it was when planned: whom it asked (people ids), and how many students took no part. */
export interface AskedOfClass {
  readonly roster: readonly string[];
  readonly notAsked: number;
}

/** The same at each of the waves named that had the class. */
export async function listAskedOfClass(
  query: { classId: string; waveIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<Map<string, AskedOfClass>> {
  const rows = await tx.margin.findMany({
    where: { classId: query.classId, waveId: { in: [...query.waveIds] } },
    select: { waveId: true, roster: true, notAsked: true },
  });
  return new Map(rows.map(({ waveId, ...asked }) => [waveId, asked]));
}

/** Rosters (people ids) of every class in the waves named, or of some: wave id, then class id. */
export async function listRostersOfWaves(
  waveIds: readonly string[],
  classIds?: readonly string[],
  tx: Tx = prisma(),
): Promise<Map<string, Map<string, readonly string[]>>> {
  const rows = await tx.margin.findMany({
    where: {
      waveId: { in: [...waveIds] },
      ...(classIds === undefined ? CLASSES : { classId: { in: [...classIds] } }),
    },
    select: { waveId: true, classId: true, roster: true },
  });
  const rosters = new Map(waveIds.map((id) => [id, new Map<string, readonly string[]>()]));
  for (const { waveId, classId, roster } of rows) {
    if (classId !== null) rosters.get(waveId)?.set(classId, roster);
  }
  return rosters;
}
