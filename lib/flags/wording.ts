import type {
  AbsenceEvidence,
  BelongingEvidence,
  FlagFact,
  FlagKind,
  FlagTier,
} from "@/lib/flags/evidence";
import { aboutInHundred, inHundred } from "@/lib/flags/rate-words";
import { percentRange, percentWords, respondentWords } from "@/lib/insight/percent";
import { ordinaryDetection } from "@/lib/simulation/flag-rates";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";

/** The signals a flag rests on; at least one is there. */
export interface Signals {
  readonly low: BelongingEvidence | undefined;
  readonly termLow: boolean;
  readonly rising: AbsenceEvidence | undefined;
}

const FOUND = ordinaryDetection(MEASURED_RATES, 25);

/** Said on every flag. */
export const BLIND_TO =
  "It says nothing about any one student and nothing about why. It misses more than it finds: of classes of 25 whose " +
  `absence rises from 6% to 10% of days, ${aboutInHundred(FOUND.act)} get an act flag and ` +
  `${aboutInHundred(FOUND.watch)} a watch flag within four weeks. No flag does not mean that all is well.`;

const SERIES: Readonly<Record<AbsenceEvidence["series"], string>> = {
  "new-absences": "new absences",
  "absent-days": "days absent",
};

/** A probability in words; rounded down, so that it never claims more than was found. */
function outOfHundred(probability: number): string {
  return `${Math.floor(probability * 100 + 1e-9)} in 100`;
}

function lowSentence({ pLow, term }: BelongingEvidence, termLow: boolean): string {
  const place = "this class is among the lowest tenth for belonging";
  if (termLow && term !== undefined) {
    return `Over this term's ${term.waves} pulses together, the chance that ${place} is ${outOfHundred(term.pLow)}.`;
  }
  return `After allowing for chance and for the width of the bands, the chance that ${place} is ${outOfHundred(pLow)}.`;
}

function risingSentence({ observed, expected, series }: AbsenceEvidence): string {
  const usual = Math.round(expected);
  return (
    `In the last four weeks there were ${observed} ${SERIES[series]}, where about ${usual} would be expected from this ` +
    "class's own past and the rest of the school in the same weeks."
  );
}

/** Why the flag is there, in one or two sentences. */
export function reasonFor({ low, termLow, rising }: Signals): string {
  const sentences = [
    low === undefined ? undefined : lowSentence(low, termLow),
    rising === undefined ? undefined : risingSentence(rising),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
}

/** The figures behind low belonging, each with what it rests on and its interval. */
export function belongingFacts({ n, band, interval, pLow, term }: BelongingEvidence): FlagFact[] {
  const respondents = `${respondentWords(n)} answers`;
  const share: FlagFact = {
    label: "Belonging: favourable answers",
    value: percentWords(percentRange(band)),
    n: respondents,
    interval: `${percentWords(percentRange(interval))} (95%)`,
  };
  const chance: FlagFact = {
    label: "Chance of lying in the lowest tenth",
    value: outOfHundred(pLow),
    n: respondents,
    interval: "chance is already counted in",
  };
  if (term === undefined) return [share, chance];
  const pooled = {
    ...chance,
    label: "The same, this term's pulses together",
    value: outOfHundred(term.pLow),
  };
  return [share, chance, { ...pooled, n: `${term.waves} pulses` }];
}

/**
 * Counts that chance alone would bring a class with nothing wrong, 95%, on the rule's own scale O^⅔ (statistics.md,
 * "Rising absence" step 4), where z tells how wide it is. A z of 0 or less gives the expected count alone.
 */
export function usualRange({ observed, expected, z }: AbsenceEvidence): { lo: number; hi: number } {
  const scaled = (count: number): number => Math.cbrt(count) ** 2;
  const unit = z > 0 ? (scaled(observed) - scaled(expected)) / z : 0;
  const back = (value: number): number => Math.max(0, value) ** 1.5;
  const reach = 1.96 * Math.max(0, unit);
  return {
    lo: Math.floor(back(scaled(expected) - reach)),
    hi: Math.ceil(back(scaled(expected) + reach)),
  };
}

/** The figure behind rising absence. */
export function absenceFact(evidence: AbsenceEvidence): FlagFact {
  const { lo, hi } = usualRange(evidence);
  return {
    label: `Absence: ${SERIES[evidence.series]} in four weeks`,
    value: `${evidence.observed}, expected about ${Math.round(evidence.expected)}`,
    n: `${evidence.studentDays} student-days`,
    interval: `${lo} to ${hi} would be usual (95%)`,
  };
}

/** What would clear the flag. */
export function clearing({ low, rising }: Signals): string[] {
  return [
    low === undefined
      ? undefined
      : "A next pulse, with at least 60% taking part, that puts the chance of lying in the lowest tenth below 50 in 100.",
    rising === undefined
      ? undefined
      : `Weeks in which ${SERIES[rising.series]} are no longer clearly above what is expected: the flag then lapses.`,
    "Six weeks without new evidence: the flag then closes by itself.",
  ].filter((line) => line !== undefined);
}

/** How often a flag of this kind and tier is raised for nothing, as `npm run simulate` last measured it. */
export function falseAlarmRate(kind: FlagKind, tier: FlagTier): string {
  const source = "(measured on simulated terms of 18 weeks)";
  const { falseAlarms, combined, lowBelonging } = MEASURED_RATES;
  if (tier === "act") {
    const act = combined[0]?.rates.troubleFree.act ?? { rate: 1 };
    return `Of 100 classes without trouble, ${inHundred(act)} get an act flag in a term ${source}.`;
  }
  if (kind === "low-belonging") {
    const precision = lowBelonging[0]?.named["released-bands"].precision.rate ?? 0;
    const wrong = inHundred({ rate: 1 - precision });
    return `Of 100 classes named for low belonging, ${wrong} are named by chance ${source}.`;
  }
  const { watch } = falseAlarms.base.rule.class["new-absences"];
  return `Of 100 classes without trouble, ${inHundred(watch)} get a watch flag for absence in a term ${source}.`;
}
