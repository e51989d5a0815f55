import { legalBands } from "@/lib/disclosure/band-count";
import type { Policy } from "@/lib/disclosure/policy";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";
import { favourableLabels, type Instrument, sayIn, scaleOf } from "@/lib/instruments/instrument";

/** Students of the invented class, beyond the fewest of whom anything is shown. */
const MORE_THAN_FEWEST = 12;

/** One question as a teacher will see it: a band that the policy allows, of a class that does not exist. */
export interface ExampleBand {
  readonly question: string;
  /** 0–1. */
  readonly share: { readonly lo: number; readonly hi: number };
  /** "Of 20 to 24 students, between 63% and 82% chose …" */
  readonly sentence: string;
}

/** The first question of an instrument in a language; null for one without questions. */
export function exampleBand(
  instrument: Instrument,
  policy: Policy,
  locale: Locale,
  t: Translate,
): ExampleBand | null {
  const [item] = instrument.items;
  if (item === undefined) return null;
  const n = policy.k + MORE_THAN_FEWEST;
  const { lo, hi } = legalBands(n, policy).at(-2) ?? { lo: 0, hi: n };
  const labels = favourableLabels(item, scaleOf(item, instrument), locale);
  const second = labels.at(-1) ?? "";
  const from = n - (n % policy.participationBlock);
  const values = {
    from,
    to: from + policy.participationBlock - 1,
    low: Math.floor((100 * lo) / n),
    high: Math.ceil((100 * hi) / n),
    first: labels.slice(0, -1).join(", ") || second,
  };
  return {
    question: sayIn(item.text, locale).said,
    share: { lo: lo / n, hi: hi / n },
    sentence:
      labels.length < 2
        ? t("preview.exampleOfOne", values)
        : t("preview.example", { ...values, second }),
  };
}
