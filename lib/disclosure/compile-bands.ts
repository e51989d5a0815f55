import type { CountRange } from "@/lib/disclosure/band-count";
import type { CompileInput } from "@/lib/disclosure/compile-input";
import { auditQuestion, compilesAlike, countsOf } from "@/lib/disclosure/joint/audit-question";
import { buildUnit } from "@/lib/disclosure/joint/build-unit";
import { joinBands, type PublishedBand } from "@/lib/disclosure/joint/join-bands";
import type { BucketCounts, Unit } from "@/lib/disclosure/joint/unit";
import { type PartRange, unitPart, upperBand } from "@/lib/disclosure/joint/upper-bands";
import { NESTED, type PlannedGroup } from "@/lib/disclosure/plan";
import type { ReleasedCell } from "@/lib/disclosure/release-schema";
import type { Rung } from "@/lib/disclosure/rungs";
import { sha256Hex } from "@/lib/sha256";

/** Cells of the shown groups, by group id and item id. */
export type CompiledBands = ReadonlyMap<string, readonly (readonly [string, ReleasedCell])[]>;

type Compiled =
  | { readonly ok: true; readonly cells: CompiledBands }
  | { readonly ok: false; readonly target: string };

/**
 * Steps 4 to 6 for one rung: the bands of every question, unit by unit and then above them, each audited and
 * compiled again from the answers the audit found. Stops at the first failure.
 */
export async function compileBands(
  input: CompileInput,
  rung: Rung,
  hidden: ReadonlySet<string>,
): Promise<Compiled> {
  const { plan, respondents } = input;
  const sizes = (id: string): number => input.tallies.get(id)?.n ?? 0;
  const seed = input.planHash;
  const units = plan.groups
    .filter(({ level, margin }) => margin === NESTED && level === plan.unit)
    .map(({ id }) => respondents.map((each) => buildUnit(id, plan, each, hidden, sizes)));
  const cells = new Map<string, (readonly [string, ReleasedCell])[]>();
  const put = (id: string, item: string, cell: ReleasedCell): void => {
    cells.set(id, [...(cells.get(id) ?? []), [item, cell]]);
  };
  let done = 0;
  for (const [index, item] of plan.items.entries()) {
    const totals = new Map<string, PartRange>();
    for (const patterns of units) {
      const [unit] = patterns;
      if (unit === undefined) continue;
      const compiled = compileQuestion(patterns, item.id, input, seed, index === 0);
      if (!compiled.ok) return compiled;
      totals.set(unit.id, unitPart(unit, compiled.total));
      for (const [group, cell] of cellsOf(unit, compiled.bands)) put(group, item.id, cell);
      done += 1;
      await input.onProgress?.({ rung, done, of: units.length * plan.items.length });
    }
    for (const [id, band] of upperCells(item.id, input, hidden, totals)) put(id, item.id, band);
  }
  return { ok: true, cells };
}

type Question =
  | { readonly ok: true; readonly bands: readonly PublishedBand[]; readonly total: CountRange }
  | { readonly ok: false; readonly target: string };

/** @param again compile one witness in full, not only band by band. */
function compileQuestion(
  patterns: readonly Unit[],
  item: string,
  { plan, tallies, solver }: CompileInput,
  seed: string,
  again: boolean,
): Question {
  const [unit] = patterns;
  if (unit === undefined) throw new Error("a unit has no respondents to be audited with");
  const counts = unit.groups.map(({ id }): BucketCounts => {
    const tally = tallies.get(id)?.items.get(item);
    if (tally === undefined) throw new Error(`group ${id} was planned but not tallied`);
    return tally;
  });
  const { bands, total } = joinBands(unit, counts, plan.policy, solver);
  for (const pattern of patterns) {
    const random = sha256Hex(`${seed} ${unit.id} ${item}`);
    const audit = auditQuestion(pattern, bands, plan.policy, solver, random);
    if (!audit.ok) return { ok: false, target: `${item}: ${audit.target}` };
    // Witnesses of another response pattern have counts that the first one's divisions need not reach.
    if (pattern !== unit) continue;
    const odd = audit.witnesses.find((witness) => !compilesAlike(unit, bands, witness));
    const [witness] = audit.witnesses;
    if (odd !== undefined || (again && witness && !isRerun(unit, bands, witness))) {
      return { ok: false, target: `${item}: ${unit.id}: other answers compile otherwise` };
    }
  }
  return { ok: true, bands, total };

  function isRerun(of: Unit, expected: readonly PublishedBand[], witness: Int32Array): boolean {
    const rerun = joinBands(of, countsOf(of, witness), plan.policy, solver).bands;
    return expected.every(({ band }, at) => {
      const other = rerun[at]?.band;
      return other?.lo === band.lo && other.hi === band.hi;
    });
  }
}

function cellsOf(unit: Unit, bands: readonly PublishedBand[]): [string, ReleasedCell][] {
  const found = new Map<string, Partial<Record<string, CountRange>>>();
  for (const { group, bucket, band } of bands) {
    const id = unit.groups[group]?.id ?? "";
    found.set(id, { ...found.get(id), [bucket]: { lo: band.lo, hi: band.hi } });
  }
  return [...found].map(([id, { favourable, unfavourable, neutral }]) => {
    if (favourable === undefined) throw new Error(`group ${id} has no favourable band`);
    if (unfavourable === undefined || neutral === undefined) return [id, favourable];
    return [id, { ...favourable, buckets: { unfavourable, neutral, favourable } }];
  });
}

/** Bands of the groups above the units, from the finest such level up. */
function upperCells(
  item: string,
  { plan, tallies }: CompileInput,
  hidden: ReadonlySet<string>,
  totals: ReadonlyMap<string, PartRange>,
): [string, ReleasedCell][] {
  const known = new Map(totals);
  const levels = plan.levels.slice(0, plan.levels.indexOf(plan.unit)).reverse();
  return levels.flatMap((level) =>
    plan.groups
      .filter((group) => group.level === level)
      .flatMap((group) => {
        const { id } = group;
        const tally = tallies.get(id);
        if (tally === undefined) throw new Error(`group ${id} was planned but not tallied`);
        const parts = partsOf(group, plan.groups, known, (part) => tallies.get(part)?.n ?? 0);
        const favourable = tally.items.get(item)?.favourable ?? 0;
        const upper = { id, n: tally.n, shown: !hidden.has(id), parts };
        const { band, left } = upperBand(upper, favourable, plan.policy);
        known.set(id, left);
        return band === null ? [] : [[id, { lo: band.lo, hi: band.hi }] as [string, ReleasedCell]];
      }),
  );
}

/** What is known of each part of a group, and of those respondents who are in none. */
function partsOf(
  { id }: PlannedGroup,
  groups: readonly PlannedGroup[],
  known: ReadonlyMap<string, PartRange>,
  sizes: (id: string) => number,
): PartRange[] {
  const parts = groups.filter(({ parent, margin }) => parent === id && margin === NESTED);
  const left = parts.reduce((rest, part) => rest - sizes(part.id), sizes(id));
  const open = (n: number): PartRange => ({ range: { lo: 0, hi: n }, rigid: false });
  const ranges = parts.map((part) => known.get(part.id) ?? open(sizes(part.id)));
  return left > 0 ? [...ranges, open(left)] : ranges;
}
