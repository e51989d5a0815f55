import type { ClassCells } from "@/lib/data/releases";
import type { SealedWave } from "@/lib/data/waves";
import { ReleasedBand } from "@/lib/disclosure/band";
import { type Policy, validatePolicy } from "@/lib/disclosure/policy";
import { Withheld } from "@/lib/disclosure/withheld";
import { classBelonging, type GroupBelonging, meanBand } from "@/lib/insight/class-belonging";
import { designOf, type FigureDesign } from "@/lib/insight/figure-design";
import { formsOf } from "@/lib/instruments/forms";
import {
  type Construct,
  type Instrument,
  instrumentSchema,
  isIndexConstruct,
} from "@/lib/instruments/instrument";
import { type Measure, measuresOf } from "@/lib/instruments/measures";

/** A sealed wave with its frozen JSON read. */
export interface ReadWave extends Omit<SealedWave, "instrument" | "policy"> {
  readonly instrument: Instrument;
  readonly policy: Policy;
  /** What its release has a cell for, in order. */
  readonly measures: readonly Measure[];
  /** Those of the index, and how they make its figure. */
  readonly index: MeasuredFigure;
}

/** Measures that are taken together, with how they are weighed. */
export interface MeasuredFigure {
  readonly measures: readonly Measure[];
  readonly design: FigureDesign;
}

/** What a wave's frozen JSON says, read. */
type ReadParts = Pick<ReadWave, "instrument" | "policy" | "measures" | "index">;

/**
 * By the JSON itself. A page looks back on eight waves or twenty, mostly of one instrument, and reading it takes ten
 * times as long as writing it out; and bands are remembered by the policy's object (`ReleasedBand`).
 */
const known = new Map<string, ReadParts>();
const MOST_KNOWN = 50;

/** Parses what was frozen with a wave; throws if it was altered into something the policy refuses. */
export function readSealedWave(wave: SealedWave): ReadWave {
  const key = JSON.stringify([wave.instrument, wave.policy]);
  const parts = known.get(key) ?? readParts(wave);
  if (known.size >= MOST_KNOWN && !known.has(key)) known.clear();
  known.set(key, parts);
  return { ...wave, ...parts };
}

function readParts(wave: SealedWave): ReadParts {
  const instrument = instrumentSchema.parse(wave.instrument);
  const policy = validatePolicy(wave.policy as Record<keyof Policy, unknown>);
  if (!policy.ok) throw new Error(`wave ${wave.id}: ${policy.message}`);
  const measures = measuresOf(instrument);
  const forms = formsOf(instrument).length;
  const own = measures.filter(({ construct }) => isIndexConstruct(construct));
  const index = { measures: own, design: designOf(own, forms) };
  return { instrument, policy: policy.policy, measures, index };
}

/** The figure of each construct, in the order in which the instrument asks them; `index`: whether it belongs to it. */
export function constructFigures(
  wave: ReadWave,
): { readonly construct: Construct; readonly figure: MeasuredFigure }[] {
  const forms = formsOf(wave.instrument).length;
  return [...new Set(wave.measures.map(({ construct }) => construct))].map((construct) => {
    const measures = wave.measures.filter((measure) => measure.construct === construct);
    return { construct, figure: { measures, design: designOf(measures, forms) } };
  });
}

/** One measure of one class: its released band, or why there is none. */
export function measureOf(
  row: ClassCells,
  { id, asked }: Measure,
  policy: Policy,
): ReleasedBand | Withheld {
  if (row.withheld !== null) {
    const withheld = Withheld.fromText(row.withheld, policy);
    if (withheld === null)
      throw new Error("a release gives a reason that the compiler never writes");
    return withheld;
  }
  const cell = row.cells[id];
  if (cell === undefined) throw new Error(`a shown class has no cell for ${id}`);
  return ReleasedBand.fromCell({ lo: cell[0], hi: cell[1], n: row.n }, policy, asked);
}

/** The class's belonging in one wave, or one construct of it, from its bands alone, or why it is withheld. */
export function belongingOf(
  row: ClassCells,
  wave: ReadWave,
  { measures, design }: MeasuredFigure = wave.index,
): GroupBelonging | Withheld {
  const figure = classBelonging(
    measures.map((measure) => measureOf(row, measure, wave.policy)),
    design,
  );
  if (figure.ok) return figure.belonging;
  if (figure.code === "withheld") return figure.withheld;
  throw new Error(`wave ${wave.id} asks no question of the index`);
}

/**
 * The band alone, without its interval: what a list of 2,000 classes draws. The same band as `belongingOf`
 * gives, or why it is withheld.
 */
export function belongingBandOf(
  row: ClassCells,
  wave: ReadWave,
): { readonly lo: number; readonly hi: number } | Withheld {
  const bands: ReleasedBand[] = [];
  for (const measure of wave.index.measures) {
    const cell = measureOf(row, measure, wave.policy);
    if (cell.kind === "withheld") return cell;
    bands.push(cell);
  }
  if (bands.length === 0) throw new Error(`wave ${wave.id} asks no question of the index`);
  return meanBand(bands, wave.index.design);
}
