import { prisma, sealerPool, type Tx } from "./client";

export interface MarginRow {
  readonly id: string;
  readonly waveId: string;
  readonly classId: string;
  readonly schoolId: string;
  readonly label: string;
  readonly joinCode: string;
  readonly rosterSize: number;
}

const MARGIN = {
  id: true,
  waveId: true,
  classId: true,
  label: true,
  joinCode: true,
  rosterSize: true,
  class: { select: { schoolId: true } },
} as const;

function flat<T extends { class: { schoolId: string } }>(
  row: T,
): Omit<T, "class"> & { schoolId: string } {
  const { class: { schoolId }, ...rest } = row;
  return { ...rest, schoolId };
}

export interface NewMargin {
  readonly id: string;
  readonly classId: string;
  readonly label: string;
  readonly joinCode: string;
  readonly publicKey: Uint8Array;
  readonly roster: readonly string[];
}

/** Inserts the margins of a wave, one a class. */
export async function createMargins(
  tx: Tx,
  waveId: string,
  margins: readonly NewMargin[],
): Promise<void> {
  await tx.margin.createMany({
    data: margins.map((margin) => ({
      id: margin.id,
      waveId,
      level: "class",
      classId: margin.classId,
      label: margin.label,
      joinCode: margin.joinCode,
      publicKey: Buffer.from(margin.publicKey),
      rosterSize: margin.roster.length,
      roster: [...margin.roster],
    })),
  });
}

export async function listMargins(waveId: string, tx: Tx = prisma()): Promise<MarginRow[]> {
  const rows = await tx.margin.findMany({
    where: { waveId },
    orderBy: [{ label: "asc" }, { id: "asc" }],
    select: MARGIN,
  });
  return rows.map(flat);
}

export async function findMargin(
  { waveId, classId }: { waveId: string; classId: string },
  tx: Tx = prisma(),
): Promise<MarginRow | null> {
  const row = await tx.margin.findUnique({
    where: { waveId_classId: { waveId, classId } },
    select: MARGIN,
  });
  return row === null ? null : flat(row);
}

export interface JoinedMargin extends MarginRow {
  readonly wave: {
    readonly title: string;
    readonly state: string;
    readonly timeZone: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly instrument: unknown;
    readonly policy: unknown;
    readonly manifestHash: string | null;
  };
}

/** The margin a join code stands for, with what a student's page needs of its wave. */
export async function findMarginByJoinCode(
  joinCode: string,
  tx: Tx = prisma(),
): Promise<JoinedMargin | null> {
  const row = await tx.margin.findUnique({
    where: { joinCode },
    select: {
      ...MARGIN,
      wave: {
        select: {
          title: true,
          state: true,
          timeZone: true,
          opensAt: true,
          closesAt: true,
          instrument: true,
          policy: true,
          manifestHash: true,
        },
      },
    },
  });
  return row === null ? null : flat(row);
}

/** Rosters (people ids) of a class at each of the waves named, as they were when planned. */
export async function findMarginRosters(
  query: { classId: string; waveIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  const rows = await tx.margin.findMany({
    where: { classId: query.classId, waveId: { in: [...query.waveIds] } },
    select: { waveId: true, roster: true },
  });
  return new Map(rows.map((row) => [row.waveId, row.roster]));
}

/** For the sealer: the release's group of each margin, by margin id. */
export async function listMarginsForSeal(waveId: string): Promise<Map<string, string>> {
  const { rows } = await sealerPool().query<{ id: string; class_id: string }>(
    "SELECT id, class_id FROM margins WHERE wave_id = $1",
    [waveId],
  );
  return new Map(rows.map((row) => [row.id, `class:${row.class_id}`]));
}
