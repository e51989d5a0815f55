import type { ClassCells } from "@/lib/data/releases";
import type { SealedWave } from "@/lib/data/waves";
import { ReleasedBand } from "@/lib/disclosure/band";
import { type Policy, validatePolicy } from "@/lib/disclosure/policy";
import { Withheld } from "@/lib/disclosure/withheld";
import { classBelonging, type GroupBelonging, meanBand } from "@/lib/insight/class-belonging";
import { type Instrument, instrumentSchema, isIndexItem } from "@/lib/instruments/instrument";

/** A sealed wave with its frozen JSON read. */
export interface ReadWave extends Omit<SealedWave, "instrument" | "policy"> {
  readonly instrument: Instrument;
  readonly policy: Policy;
  /** Which items belong to the index, in order. */
  readonly indexItems: readonly string[];
}

/** Parses what was frozen with a wave; throws if it was altered into something the policy refuses. */
export function readSealedWave(wave: SealedWave): ReadWave {
  const instrument = instrumentSchema.parse(wave.instrument);
  const policy = validatePolicy(wave.policy as Record<keyof Policy, unknown>);
  if (!policy.ok) throw new Error(`wave ${wave.id}: ${policy.message}`);
  const indexItems = instrument.items.filter(isIndexItem).map((item) => item.id);
  return { ...wave, instrument, policy: policy.policy, indexItems };
}

/** One item of one class: its released band, or why there is none. */
export function itemOf(row: ClassCells, item: string, policy: Policy): ReleasedBand | Withheld {
  if (row.withheld !== null) {
    const withheld = Withheld.fromText(row.withheld, policy);
    if (withheld === null)
      throw new Error("a release gives a reason that the compiler never writes");
    return withheld;
  }
  const cell = row.cells[item];
  if (cell === undefined) throw new Error(`a shown class has no cell for ${item}`);
  return ReleasedBand.fromCell({ lo: cell[0], hi: cell[1], n: row.n }, policy);
}

/** The class's belonging in one wave, from its bands alone, or why it is withheld. */
export function belongingOf(row: ClassCells, wave: ReadWave): GroupBelonging | Withheld {
  const figure = classBelonging(wave.indexItems.map((item) => itemOf(row, item, wave.policy)));
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
  for (const item of wave.indexItems) {
    const cell = itemOf(row, item, wave.policy);
    if (cell.kind === "withheld") return cell;
    bands.push(cell);
  }
  if (bands.length === 0) throw new Error(`wave ${wave.id} asks no question of the index`);
  return meanBand(bands);
}
