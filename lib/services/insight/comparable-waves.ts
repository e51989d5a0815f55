import { changeSince, type Change, type NotComparable } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { Withheld } from "@/lib/disclosure/withheld";
import { compareClass, type Comparison } from "@/lib/waves/compare";
import type { ReadWave } from "./class-figures";

/**
 * One wave of a class, or of a larger group: its figure or why there is none, and the roster it was planned with.
 * Waves with the same students may share one list, and are then compared without looking through it.
 */
export interface WaveOfClass {
  readonly wave: ReadWave;
  readonly belonging: GroupBelonging | Withheld;
  readonly roster: readonly string[] | null;
}

/** A wave as a page may show it beside the newest one. */
export interface HistoryEntry {
  readonly wave: ReadWave;
  readonly belonging: GroupBelonging | Withheld | NotComparable;
}

function asked({ instrument }: ReadWave): string {
  return `${instrument.id}/${String(instrument.version)}`;
}

type Rule = (before: ReadonlySet<string> | null, after: ReadonlySet<string> | null) => Comparison;

function compare(
  before: WaveOfClass,
  after: WaveOfClass,
  rule: Rule = compareClass,
): Comparison | NotComparable {
  if (asked(before.wave) !== asked(after.wave)) {
    const reason = "not compared: the two pulses did not ask the same questions";
    return { ok: false, code: "not-comparable", reason };
  }
  // One list for both: nobody came and nobody left, whoever they are.
  if (before.roster !== null && before.roster === after.roster) return rule(NOBODY, NOBODY);
  return rule(studentsOf(before), studentsOf(after));
}

const NOBODY: ReadonlySet<string> = new Set();

/** As long as a list is there: each wave is compared with every other, and a district has fifty thousand students. */
const looked = new WeakMap<readonly string[], ReadonlySet<string>>();

function studentsOf({ roster }: WaveOfClass): ReadonlySet<string> | null {
  if (roster === null) return null;
  const found = looked.get(roster) ?? new Set(roster);
  looked.set(roster, found);
  return found;
}

/**
 * Waves that may stand beside each other, newest first. Every pair that is shown must be comparable, not only
 * each with the newest: two older waves that differ in one student would tell about that student all the same.
 * A withheld wave shows nothing and forbids nothing. The rule is a class's unless another is given.
 */
export function comparableHistory(waves: readonly WaveOfClass[], rule?: Rule): HistoryEntry[] {
  const shown: WaveOfClass[] = [];
  return waves.map((entry) => {
    const { wave, belonging } = entry;
    if ("kind" in belonging) return { wave, belonging };
    for (const later of shown) {
      const outcome = compare(entry, later, rule);
      if ("ok" in outcome) return { wave, belonging: outcome };
      if (!outcome.comparable) {
        const { reason } = outcome;
        return { wave, belonging: { ok: false, code: "not-comparable", reason } };
      }
    }
    shown.push(entry);
    return { wave, belonging };
  });
}

/**
 * Change of the newest wave since the one before it; null when there is none before or a figure is withheld. The
 * rule is a class's unless another is given.
 */
export function changeSinceLast(waves: readonly WaveOfClass[], rule?: Rule): Change | null {
  const [now, before] = waves;
  if (now === undefined || before === undefined) return null;
  if ("kind" in now.belonging || "kind" in before.belonging) return null;
  const outcome = compare(before, now, rule);
  return "ok" in outcome ? outcome : changeSince(now.belonging, before.belonging, outcome);
}
