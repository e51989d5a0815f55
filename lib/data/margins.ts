import { nominationsGroup } from "@/lib/network/nomination-rules";
import { prisma, sealerPool, type Tx, webPool } from "./client";

/** A class of a wave: its card, its roster, and where its ballots go. */
export interface MarginRow {
  readonly id: string;
  readonly waveId: string;
  readonly classId: string;
  readonly schoolId: string;
  readonly label: string;
  readonly joinCode: string;
  readonly rosterSize: number;
  /** Students of the class who took no part when the wave was planned; not in `rosterSize`. */
  readonly notAsked: number;
  /** Whose key signs the class's ballots: its own, or that of what a small class rolls up into. */
  readonly ballotMarginId: string;
}

const MARGIN = {
  id: true,
  waveId: true,
  classId: true,
  label: true,
  joinCode: true,
  rosterSize: true,
  notAsked: true,
  ballotMarginId: true,
  class: { select: { schoolId: true } },
} as const;

/** Only classes have a card: the database checks that a margin has both or neither. */
const CLASSES = { classId: { not: null } } as const;

interface StoredMargin {
  readonly id: string;
  readonly waveId: string;
  readonly classId: string | null;
  readonly label: string;
  readonly joinCode: string | null;
  readonly rosterSize: number;
  readonly notAsked: number;
  readonly ballotMarginId: string | null;
  readonly class: { readonly schoolId: string } | null;
}

type Flat<T> = Omit<T, "class" | "classId" | "joinCode" | "ballotMarginId"> &
  Pick<MarginRow, "classId" | "joinCode" | "ballotMarginId" | "schoolId">;

function flat<T extends StoredMargin>(row: T): Flat<T> {
  const { class: own, classId, joinCode, ballotMarginId, ...rest } = row;
  if (own === null || classId === null || joinCode === null) {
    throw new Error("a class of a wave is stored without its card");
  }
  const whose = ballotMarginId ?? row.id;
  return { ...rest, classId, joinCode, ballotMarginId: whose, schoolId: own.schoolId };
}

export interface NewMargin {
  readonly id: string;
  readonly groupId: string;
  readonly level: string;
  readonly label: string;
  /** Null for a class that rolls up. */
  readonly publicKey: Uint8Array | null;
  readonly ballotMarginId: string | null;
  /** Of a class; null for what is above or across classes. */
  readonly card: { readonly classId: string; readonly joinCode: string } | null;
  /** Students of a class who take no part. */
  readonly notAsked: number;
  /** Students (people ids) of a class or a demographic group. */
  readonly roster: readonly string[];
}

/** Inserts the margins of a wave. */
export async function createMargins(
  tx: Tx,
  waveId: string,
  margins: readonly NewMargin[],
): Promise<void> {
  const rows = margins.map(({ card, publicKey, ...margin }) => ({
    ...margin,
    waveId,
    publicKey: publicKey === null ? null : Buffer.from(publicKey),
    classId: card?.classId ?? null,
    joinCode: card?.joinCode ?? null,
    roster: [...margin.roster],
    rosterSize: margin.roster.length,
  }));
  // Those that others roll up into first: the reference must exist.
  await tx.margin.createMany({ data: rows.filter((row) => row.ballotMarginId === null) });
  await tx.margin.createMany({ data: rows.filter((row) => row.ballotMarginId !== null) });
}

/** The classes of a wave. */
export async function listMargins(waveId: string, tx: Tx = prisma()): Promise<MarginRow[]> {
  const rows = await tx.margin.findMany({
    where: { waveId, ...CLASSES },
    orderBy: [{ label: "asc" }, { id: "asc" }],
    select: MARGIN,
  });
  return rows.map(flat);
}

/** The demographic margins of each of some students in a wave, as they were when it was planned. */
export async function listCrossingMargins(
  query: { waveId: string; personIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<Map<string, string[]>> {
  const rows = await tx.margin.findMany({
    where: { waveId: query.waveId, classId: null, roster: { hasSome: [...query.personIds] } },
    orderBy: { groupId: "asc" },
    select: { id: true, roster: true },
  });
  const margins = new Map(query.personIds.map((id): [string, string[]] => [id, []]));
  for (const { id, roster } of rows) for (const person of roster) margins.get(person)?.push(id);
  return margins;
}

/** The margin of a wave that is a group of its own, by the group. */
export async function findGroupMargin(
  { waveId, groupId }: { waveId: string; groupId: string },
  tx: Tx = prisma(),
): Promise<{ readonly id: string; readonly label: string } | null> {
  return tx.margin.findFirst({ where: { waveId, groupId }, select: { id: true, label: true } });
}

/** The students (people ids) of a class, by its margin; null unless its wave asks the class for nominations. */
export async function findNominationsRoster(
  { waveId, marginId }: { waveId: string; marginId: string },
  tx: Tx = prisma(),
): Promise<string[] | null> {
  const row = await tx.margin.findUnique({
    where: { id: marginId },
    select: { classId: true, roster: true },
  });
  if (row === null || row.classId === null) return null;
  const groupId = nominationsGroup(row.classId);
  return (await findGroupMargin({ waveId, groupId }, tx)) === null ? null : row.roster;
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
  /** What a small class rolls up into. */
  readonly ballotMargin: { readonly label: string } | null;
  readonly wave: {
    readonly title: string;
    readonly state: string;
    readonly timeZone: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly instrument: unknown;
    readonly policy: unknown;
    readonly options: unknown;
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
      ballotMargin: { select: { label: true } },
      wave: {
        select: {
          title: true,
          state: true,
          timeZone: true,
          opensAt: true,
          closesAt: true,
          instrument: true,
          policy: true,
          options: true,
          manifestHash: true,
        },
      },
    },
  });
  return row === null ? null : flat(row);
}

/** For the sealer: the release's group of each margin with a key, by margin id. */
export async function listMarginsForSeal(waveId: string): Promise<Map<string, string>> {
  const { rows } = await sealerPool().query<{ id: string; group_id: string }>(
    "SELECT id, group_id FROM margins WHERE wave_id = $1 AND public_key IS NOT NULL",
    [waveId],
  );
  return new Map(rows.map((row) => [row.id, row.group_id]));
}

export interface AskedSeat {
  readonly waveId: string;
  /** The class's margin, under which its seats are. */
  readonly marginId: string;
  readonly ballotMarginId: string;
  readonly state: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly seat: {
    readonly state: string;
    readonly extraMargins: readonly string[];
  } | null;
}

/** A class by join code, and in it a seat by the hash of its code; one statement. */
export async function findAskedSeat(
  joinCode: string,
  codeHash: Uint8Array,
): Promise<AskedSeat | null> {
  const { rows } = await webPool().query<{
    wave_id: string;
    margin_id: string;
    ballot_margin_id: string;
    state: string;
    opens_at: Date;
    closes_at: Date;
    seat_state: string | null;
    extra_margins: string[] | null;
  }>({
    name: "find-asked-seat",
    text: `SELECT m.wave_id, m.id AS margin_id, coalesce(m.ballot_margin_id, m.id) AS ballot_margin_id,
                  w.state, w.opens_at, w.closes_at, s.state AS seat_state, s.extra_margins::text[]
           FROM margins m JOIN waves w ON w.id = m.wave_id
           LEFT JOIN seats s ON s.margin_id = m.id AND s.code_hash = $2
           WHERE m.join_code = $1`,
    values: [joinCode, codeHash],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return {
    waveId: row.wave_id,
    marginId: row.margin_id,
    ballotMarginId: row.ballot_margin_id,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    seat:
      row.seat_state === null
        ? null
        : { state: row.seat_state, extraMargins: row.extra_margins ?? [] },
  };
}
