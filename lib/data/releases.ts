import type { SchoolTexts } from "@/lib/texts/publish-texts";
import { inPoolTransaction, prisma, sealerPool, type Tx, webPool } from "./client";
import { lockWaveForSealer } from "./waves";

/** One row of a release: a group (`item` '') or one item of it. Counts are of respondents. */
export interface ReleaseCellRow {
  readonly waveId: string;
  readonly groupId: string;
  readonly item: string;
  readonly level: string;
  readonly classId: string | null;
  readonly schoolId: string | null;
  readonly grade: string | null;
  readonly n: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly withheld: string | null;
  readonly participationLo: number | null;
  readonly participationHi: number | null;
  readonly rosterSize: number;
  /** "class" for the hierarchy, else the demographic, with `category`. */
  readonly margin: string;
  readonly category: string | null;
  readonly unfavourableLo: number | null;
  readonly unfavourableHi: number | null;
  readonly neutralLo: number | null;
  readonly neutralHi: number | null;
}

const CELL = {
  waveId: true,
  groupId: true,
  item: true,
  level: true,
  classId: true,
  schoolId: true,
  grade: true,
  n: true,
  lo: true,
  hi: true,
  withheld: true,
  participationLo: true,
  participationHi: true,
  rosterSize: true,
  margin: true,
  category: true,
  unfavourableLo: true,
  unfavourableHi: true,
  neutralLo: true,
  neutralHi: true,
} as const;

const COLUMNS: readonly (readonly [keyof ReleaseCellRow, string, string])[] = [
  ["groupId", "group_id", "text"],
  ["item", "item", "text"],
  ["level", "level", "text"],
  ["classId", "class_id", "text"],
  ["schoolId", "school_id", "text"],
  ["grade", "grade", "text"],
  ["n", "n", "int"],
  ["lo", "lo", "int"],
  ["hi", "hi", "int"],
  ["withheld", "withheld", "text"],
  ["participationLo", "participation_lo", "int"],
  ["participationHi", "participation_hi", "int"],
  ["rosterSize", "roster_size", "int"],
  ["margin", "margin", "text"],
  ["category", "category", "text"],
  ["unfavourableLo", "unfavourable_lo", "int"],
  ["unfavourableHi", "unfavourable_hi", "int"],
  ["neutralLo", "neutral_lo", "int"],
  ["neutralHi", "neutral_hi", "int"],
];

/**
 * Writes a release and its cells in one transaction of the sealer. False when the wave has a release
 * already, or was given up meanwhile: a release is written once, of a closed wave, and never changed.
 */
export async function insertRelease(release: {
  waveId: string;
  hash: string;
  body: object;
  sealedOn: string;
  /** SHA-256 of every ballot counted and filling, sorted, 32 bytes each. */
  receipts: Uint8Array;
  cells: readonly ReleaseCellRow[];
  /** What students of each school wrote, as it may be shown. */
  texts: readonly SchoolTexts[];
}): Promise<boolean> {
  return inPoolTransaction(sealerPool(), async (client) => {
    await lockWaveForSealer(client, release.waveId);
    const inserted = await client.query(
      `INSERT INTO releases (wave_id, hash, body, sealed_on, receipts) SELECT id, $2, $3::jsonb, $4::date, $5::bytea
       FROM waves WHERE id = $1 AND state = 'closed' ON CONFLICT DO NOTHING`,
      [
        release.waveId,
        release.hash,
        JSON.stringify(release.body),
        release.sealedOn,
        Buffer.from(release.receipts),
      ],
    );
    if (inserted.rowCount !== 1) return false;
    const names = COLUMNS.map(([, column]) => column).join(", ");
    const arrays = COLUMNS.map(([, , type], index) => `$${String(index + 2)}::${type}[]`).join(", ");
    await client.query(
      `INSERT INTO release_cells (wave_id, ${names}) SELECT $1, * FROM unnest(${arrays})`,
      [release.waveId, ...COLUMNS.map(([key]) => release.cells.map((cell) => cell[key]))],
    );
    for (const { school, withheld, texts } of release.texts) {
      await client.query(
        "INSERT INTO release_texts (wave_id, school_id, withheld, texts) VALUES ($1, $2, $3, $4)",
        [release.waveId, school, withheld, texts],
      );
    }
    return true;
  });
}

/** The hash of a wave's release, as the sealer sees it, or null. */
export async function findReleaseHashForSeal(waveId: string): Promise<string | null> {
  const { rows } = await sealerPool().query<{ hash: string }>(
    "SELECT hash FROM releases WHERE wave_id = $1",
    [waveId],
  );
  return rows[0]?.hash ?? null;
}

/** What students of these schools wrote in a wave; schools that were not asked for words are not there. */
export async function listSchoolTexts(
  query: { waveId: string; schoolIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<SchoolTexts[]> {
  const rows = await tx.releaseText.findMany({
    where: { waveId: query.waveId, schoolId: { in: [...query.schoolIds] } },
    select: { schoolId: true, withheld: true, texts: true },
  });
  return rows.map(({ schoolId, withheld, texts }) => ({ school: schoolId, withheld, texts }));
}

/** closed → sealed, with its audit event, in one transaction of the sealer. False when done already. */
export async function markWaveSealed(
  waveId: string,
  event: { id: string; at: Date; detail: object },
): Promise<boolean> {
  return inPoolTransaction(sealerPool(), async (client) => {
    const moved = await client.query(
      "UPDATE waves SET state = 'sealed' WHERE id = $1 AND state = 'closed'",
      [waveId],
    );
    if (moved.rowCount !== 1) return false;
    await client.query("DELETE FROM seal_progress WHERE wave_id = $1", [waveId]);
    await client.query(
      `INSERT INTO audit_events (id, at, account_name, action, subject_type, subject_id, detail)
       VALUES ($1, $2, 'Hearth', 'wave.sealed', 'wave', $3, $4)`,
      [event.id, event.at, waveId, JSON.stringify(event.detail)],
    );
    return true;
  });
}

/** The whole release as stored, for verification and download. */
export async function findReleaseBody(
  waveId: string,
  tx: Tx = prisma(),
): Promise<{ hash: string; body: unknown } | null> {
  return tx.release.findUnique({ where: { waveId }, select: { hash: true, body: true } });
}

/** The `reliability` of a wave's release as it is stored; null where it has none. */
export async function findReleaseReliability(
  waveId: string,
  tx: Tx = prisma(),
): Promise<unknown> {
  const rows = await tx.$queryRaw<{ reliability: unknown }[]>`
    SELECT body -> 'reliability' AS reliability FROM releases WHERE wave_id = ${waveId}::uuid`;
  return rows[0]?.reliability ?? null;
}

/** What a wave's release says of who could ask whom in one class, as it is stored; null where it says nothing. */
export async function findReleaseNetwork(
  query: { waveId: string; groupId: string },
  tx: Tx = prisma(),
): Promise<unknown> {
  const rows = await tx.$queryRaw<{ network: unknown }[]>`
    SELECT entry AS network FROM releases, jsonb_array_elements(body -> 'network') AS entry
    WHERE wave_id = ${query.waveId}::uuid AND entry ->> 'group' = ${query.groupId}`;
  return rows[0]?.network ?? null;
}

/** A release's hash, the day it was sealed and whether its hash is salted, for pages that do not need its body. */
export async function findReleaseStamp(
  waveId: string,
  tx: Tx = prisma(),
): Promise<{ hash: string; sealedOn: Date; salted: boolean } | null> {
  const rows = await tx.$queryRaw<{ hash: string; sealedOn: Date; salted: boolean }[]>`
    SELECT hash, sealed_on AS "sealedOn", body ? 'salt' AS salted FROM releases WHERE wave_id = ${waveId}::uuid`;
  return rows[0] ?? null;
}

/** Of these waves those whose release's hash is salted, so that it cannot be found by trying. */
export async function listSaltedReleases(
  waveIds: readonly string[],
  tx: Tx = prisma(),
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ waveId: string }[]>`
    SELECT wave_id AS "waveId" FROM releases WHERE wave_id = ANY(${[...waveIds]}::uuid[]) AND body ? 'salt'`;
  return new Set(rows.map(({ waveId }) => waveId));
}

/** Cells of one wave, for classes or another level; `schoolIds` narrows. */
export async function listCellsOfWave(
  query: { waveId: string; level: string; schoolIds?: readonly string[] },
  tx: Tx = prisma(),
): Promise<ReleaseCellRow[]> {
  return tx.releaseCell.findMany({
    where: {
      waveId: query.waveId,
      level: query.level,
      ...(query.schoolIds === undefined ? {} : { schoolId: { in: [...query.schoolIds] } }),
    },
    orderBy: [{ groupId: "asc" }, { item: "asc" }],
    select: CELL,
  });
}

/** Cells of the groups named, in one wave: a class and what it rolls up into. */
export async function listCellsOfGroups(
  query: { waveId: string; groupIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<ReleaseCellRow[]> {
  return tx.releaseCell.findMany({
    where: { waveId: query.waveId, groupId: { in: [...query.groupIds] } },
    orderBy: [{ groupId: "asc" }, { item: "asc" }],
    select: CELL,
  });
}

/** A class's group in one release: its cells by item, or why it is withheld. */
export interface ClassCells {
  readonly waveId: string;
  readonly classId: string;
  readonly schoolId: string;
  readonly n: number;
  readonly rosterSize: number;
  readonly withheld: string | null;
  readonly participation: { readonly lo: number; readonly hi: number };
  readonly cells: Readonly<Record<string, readonly [lo: number, hi: number]>>;
}

/**
 * The class groups of the waves named, one row a class and wave; classes or schools narrow. Put
 * together in the database: a district's 2,000 classes are 2,000 rows here, not 14,000.
 */
export async function listClassCells(query: {
  waveIds: readonly string[];
  classIds?: readonly string[];
  schoolIds?: readonly string[];
}): Promise<ClassCells[]> {
  const { rows } = await webPool().query<ClassCells>({
    name: "list-class-cells",
    text: `
      SELECT wave_id AS "waveId", class_id AS "classId", school_id AS "schoolId", n,
             roster_size AS "rosterSize", withheld,
             json_build_object('lo', participation_lo, 'hi', participation_hi) AS participation,
             coalesce(json_object_agg(item, json_build_array(lo, hi)) FILTER (WHERE item <> ''), '{}')
               AS cells
      FROM release_cells
      WHERE wave_id = ANY($1::uuid[]) AND level = 'class'
        AND ($2::text[] IS NULL OR class_id = ANY($2)) AND ($3::text[] IS NULL OR school_id = ANY($3))
      GROUP BY wave_id, class_id, school_id, n, roster_size, withheld, participation_lo, participation_hi
      ORDER BY class_id, wave_id`,
    values: [query.waveIds, query.classIds ?? null, query.schoolIds ?? null],
  });
  return rows;
}
