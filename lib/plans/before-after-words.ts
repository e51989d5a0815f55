import type { Change } from "@/lib/insight/change";

/** Said wherever a plan's before and after is shown. */
export const ALWAYS_SAID = [
  "Classes that start low tend to rise by chance alone: whoever is chosen because a result was low would mostly be higher the next time, with or without a plan.",
  "A change after a plan is no proof that the plan did it. Seasons, new classmates, other things that were begun and chance do it too.",
] as const;

/** One change in words, with its interval. Chance is named wherever it could be all. */
export function changeWords(change: Change): string {
  if (!change.ok) return sentence(change.reason);
  const { difference, smallestDetectable, verdict } = change;
  if (verdict === "about-the-same") {
    return `About the same as before; this could be chance. ${intervalWords(difference, smallestDetectable)}`;
  }
  const start = verdict === "higher" ? "Higher" : "Lower";
  return `${start} than before, and unlikely to be chance alone. ${intervalWords(difference, smallestDetectable)}`;
}

/** "Most likely between 4 points lower and 12 points higher." Ends are rounded outward, so that it covers what it says. */
function intervalWords(difference: number, reach: number): string {
  const { lo, hi } = { lo: difference - reach, hi: difference + reach };
  return `Most likely between ${pointWords(lo, Math.floor(lo * 100 + DUST))} and ${pointWords(hi, Math.ceil(hi * 100 - DUST))}.`;
}

/** Differences of shares carry dust in the last digits. */
const DUST = 1e-9;

function pointWords(share: number, points: number): string {
  // Rounded to nothing, and yet all of the interval lies on one side.
  if (points === 0 && Math.abs(share) > DUST)
    return `less than 1 point ${share > 0 ? "higher" : "lower"}`;
  if (points === 0) return "no difference";
  const size = Math.abs(points);
  return `${String(size)} ${size === 1 ? "point" : "points"} ${points > 0 ? "higher" : "lower"}`;
}

/** With several pulses looked at, or several figures, chance has as many turns. Null with one. */
export function manyLooksWords(comparisons: number): string | null {
  if (comparisons < 2) return null;
  return `Here are ${String(comparisons)} comparisons. Of twenty in which nothing has changed, about one looks like a change; read them together.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
