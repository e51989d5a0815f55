import type { Instance } from "@/e2e/support/instance";

import { ownerRows } from "./truth";

interface Cell {
  readonly lo: number;
  readonly hi: number;
  readonly buckets?: Readonly<Record<string, { lo: number; hi: number }>>;
}

interface StoredRelease {
  readonly groups: readonly {
    readonly id: string;
    readonly n: number;
    readonly withheld: string | null;
    readonly participation: { readonly lo: number; readonly hi: number; readonly seats: number };
    readonly cells: Readonly<Record<string, Cell>>;
  }[];
}

/** Each row of release_cells with whether it says what its release says, neither more nor finer. */
export async function releaseNumbers(instance: Instance): Promise<{
  rows: { name: string; consistent: boolean }[];
  releases: ReadonlyMap<string, StoredRelease>;
}> {
  const stored = await ownerRows<{ wave_id: string; body: StoredRelease }>(
    instance,
    "SELECT wave_id, body FROM releases",
  );
  const releases = new Map(stored.map(({ wave_id, body }) => [wave_id, body]));
  const cells = await ownerRows<{
    wave_id: string;
    group_id: string;
    item: string;
    n: number;
    lo: number | null;
    hi: number | null;
    withheld: string | null;
    unfavourable_lo: number | null;
    unfavourable_hi: number | null;
    neutral_lo: number | null;
    neutral_hi: number | null;
  }>(instance, "SELECT * FROM release_cells");
  const rows = cells.map((row) => {
    const group = releases.get(row.wave_id)?.groups.find(({ id }) => id === row.group_id);
    const cell = group?.cells[row.item];
    const same =
      row.item === ""
        ? row.lo === null && row.hi === null
        : row.lo === cell?.lo &&
          row.hi === cell.hi &&
          row.unfavourable_lo === (cell.buckets?.["unfavourable"]?.lo ?? null) &&
          row.unfavourable_hi === (cell.buckets?.["unfavourable"]?.hi ?? null) &&
          row.neutral_lo === (cell.buckets?.["neutral"]?.lo ?? null) &&
          row.neutral_hi === (cell.buckets?.["neutral"]?.hi ?? null);
    const consistent = same && row.n === group?.n && row.withheld === group.withheld;
    return { name: `${row.group_id} ${row.item}`, consistent };
  });
  return { rows, releases };
}
