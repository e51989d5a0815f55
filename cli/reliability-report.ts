import { type GroupMoments, intraclassCorrelation } from "@/lib/psychometrics/icc";
import type { PairwiseMoments } from "@/lib/psychometrics/pairwise-moments";
import type { Reliability } from "@/lib/psychometrics/reliability";

const ICC_REASONS = {
  "one-group": "an ICC needs two groups or more",
  "single-members": "an ICC needs a group with two respondents or more",
  "no-spread": "all scores are equal",
} as const;

/** What `hearth reliability` prints: figures, why one is missing, and what a reader should look at. */
export function reliabilityReport(input: {
  /** Respondents with an answer. */
  readonly n: number;
  /** Respondents whose group is empty. */
  readonly ungrouped: number;
  readonly found: Reliability;
  readonly moments: PairwiseMoments;
  readonly groups: ReadonlyMap<string, GroupMoments> | null;
  readonly alphaWithoutReversed: number | null;
  /** How many items are worded the other way round. */
  readonly reversed: number;
}) {
  const { n, found, moments, groups, alphaWithoutReversed } = input;
  const icc = iccFigures(groups);
  return {
    n,
    k: found.k,
    alpha: found.alpha,
    standardizedAlpha: found.standardizedAlpha,
    omega: found.omega,
    sem: found.sem,
    items: found.items.map(({ item, itemRest, alphaIfDropped }, at) => ({
      item,
      n: moments.count(at, at),
      itemRest,
      alphaIfDropped,
    })),
    ...icc.figures,
    groups: groups?.size ?? null,
    pairs: { observed: found.observedPairs, possible: (found.k * (found.k - 1)) / 2 },
    alphaWithoutReversed,
    reasons: { ...found.reasons, ...icc.reasons, ...withoutReversed(input) },
    notes: notesOn(found, input.ungrouped, icc.figures.icc1),
  };
}

function withoutReversed({
  alphaWithoutReversed,
  reversed,
}: {
  readonly alphaWithoutReversed: number | null;
  readonly reversed: number;
}): Record<string, string> {
  if (alphaWithoutReversed !== null) return {};
  const reason = reversed === 0 ? "no item is reversed" : "fewer than two of the others vary";
  return { alphaWithoutReversed: reason };
}

function iccFigures(groups: ReadonlyMap<string, GroupMoments> | null) {
  const found = groups === null ? null : intraclassCorrelation(groups.values());
  const whole = found === null ? "no --group was given" : found.ok ? null : ICC_REASONS[found.code];
  const { icc1, icc2, icc1N0, icc2N0 } =
    found?.ok === true ? found : { icc1: null, icc2: null, icc1N0: null, icc2N0: null };
  const figures = { icc1, icc2, icc1N0, icc2N0 };
  const reasons: Record<string, string> = {};
  for (const [name, value] of Object.entries(figures))
    if (value === null) reasons[name] = whole ?? "the groups' means are all equal";
  return { figures, reasons };
}

function notesOn(found: Reliability, ungrouped: number, icc1: number | null): string[] {
  const against = found.items.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  const possible = (found.k * (found.k - 1)) / 2;
  const notes: string[] = [];
  if (found.alpha !== null && found.observedPairs < possible)
    notes.push(
      `${found.observedPairs} of ${possible} pairs of items were answered together; the others are taken to be like them.`,
    );
  if (against.length > 0)
    notes.push(
      `Against the other items: ${against.map(({ item }) => item).join(", ")}. Worded the other way round? See --reverse.`,
    );
  if (found.alpha !== null && found.alpha < 0)
    notes.push("alpha is below 0: the items do not measure one thing as they are scored here.");
  if (icc1 !== null && icc1 < 0)
    notes.push("icc1 is below 0: groups differ less than chance alone would make them differ.");
  if (ungrouped > 0)
    notes.push(`${ungrouped} respondents without a group are left out of the ICC.`);
  return notes;
}
