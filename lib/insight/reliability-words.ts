import type { ReleasedReliability } from "@/lib/disclosure/scale-reliability";
import { respondentsNeeded } from "@/lib/psychometrics/icc";

/** From here up answers are commonly taken to measure one thing well enough to speak of groups. */
const GOOD_ALPHA = 0.7;
const RELIABILITIES = [0.7, 0.8] as const;

/** What a school's reliability says, each with a heading: plain words first, the coefficients after them. */
export function reliabilityWords(
  figures: ReleasedReliability,
): { readonly term: string; readonly words: string }[] {
  return [
    { term: "Do the questions belong together?", words: togetherWords(figures) },
    { term: "How exact is one student's score?", words: exactWords(figures) },
    { term: "Do classes differ?", words: classWords(figures) },
  ];
}

function togetherWords({ items, alpha, alphaWithoutReversed, omega }: ReleasedReliability): string {
  if (alpha === null) return "That cannot be said: the answers do not vary enough.";
  const verdict =
    alpha >= GOOD_ALPHA
      ? `Yes: students who answer one of the ${String(items)} questions well mostly answer the others well too.`
      : `Only loosely: the ${String(items)} questions ask for different things here. Look at them one by one.`;
  const parts = [
    `alpha ${decimals(alpha)}`,
    alphaWithoutReversed === null
      ? null
      : `${decimals(alphaWithoutReversed)} without the reversed questions`,
    omega === null ? "no omega: one factor does not fit" : `omega ${decimals(omega)}`,
  ].filter((part) => part !== null);
  return `${verdict} (${parts.join(", ")})`;
}

function exactWords({ sem }: ReleasedReliability): string {
  if (sem === null) return "That cannot be said.";
  const reach = decimals(1.96 * sem);
  return `Asked again, one student's mean would mostly stay within ± ${reach} points of the scale. No student's score is kept or shown. (standard error of measurement ${decimals(sem)})`;
}

function classWords({ icc1, icc2 }: ReleasedReliability): string {
  if (icc1 === null)
    return "That cannot be said: it takes two classes or more with answers that vary.";
  if (icc1 <= 0) {
    return `No more than chance would make them. (ICC1 ${decimals(icc1)})`;
  }
  const share = Math.round(icc1 * 100);
  const needed = RELIABILITIES.map((reliability) => {
    const answers = respondentsNeeded(icc1, reliability) ?? 0;
    return `${String(answers)} answers for a reliability of ${decimals(reliability)}`;
  });
  const means = icc2 === null ? "" : `, ICC2 ${decimals(icc2)}`;
  return `About ${String(share)} in 100 parts of the differences between students lie between classes, the rest within them. To tell classes apart, a class needs ${needed.join(", ")}. (ICC1 ${decimals(icc1)}${means})`;
}

/** ".91", as coefficients are written, with a minus where there is one. */
function decimals(value: number): string {
  return value.toFixed(2).replace(/^(-?)0\./u, "$1.");
}
