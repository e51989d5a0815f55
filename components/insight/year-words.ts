import type { YearComparison, YearRefusal } from "@/lib/attendance/year-comparison";

import { percent } from "./group-absence-words";

const REFUSALS: Readonly<Record<YearRefusal, string>> = {
  "no-earlier-weeks": "Hearth has attendance of fewer than three of the same weeks of last year.",
  "part-of-last-year":
    "Of the same weeks of last year less than half as many student-days are known: too few students are enrolled " +
    "with dates to compare with.",
  "too-little": "There are too few weeks or absences to say how far chance reaches.",
};

/** A school's last weeks beside the same weeks a year before, in sentences. */
export function yearSentences(
  year: YearComparison | { readonly ok: false; readonly code: YearRefusal },
): string[] {
  if (!year.ok) return [REFUSALS[year.code]];
  const weeks = year.weeks.length === 4 ? "the last four weeks" : "three of the last four weeks";
  const times = (value: number) => value.toFixed(2);
  return [
    `In ${weeks} ${percent(year.rate)} of student-days were missed, in the same weeks of last year ` +
      `${percent(year.rateBefore)}: ${times(year.ratio)} times as many (95%: ${times(year.low)} to ${times(year.high)}).`,
    year.low > 1
      ? "That is more than last year, beyond what chance does from one four weeks to the next."
      : year.high < 1
        ? "That is less than last year, beyond what chance does from one four weeks to the next."
        : "No difference can be told from chance.",
  ];
}
