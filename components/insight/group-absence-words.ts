import type { GroupRefusal } from "@/lib/attendance/group-looks";
import type { GroupLevel } from "@/lib/attendance/group-weeks";
import type { RisingFigures } from "@/lib/attendance/group-figures";
import type { WindowTotals } from "@/lib/attendance/member-weeks";
import { MINIMUM_RATIO } from "@/lib/attendance/rising-looks";

import { weekWords } from "./date-words";

/** The last look at a grade or a school, as pages put it into words. */
export interface GroupLookWords extends WindowTotals {
  readonly level: GroupLevel;
  readonly refusal: GroupRefusal | null;
  readonly figures: Pick<
    RisingFigures,
    "observed" | "expected" | "tier" | "highestWeek" | "highestExcess"
  > | null;
}

/** One word or two for a list; the tier in brackets, so that it is not told by colour alone. */
export function verdictWords({ figures }: Pick<GroupLookWords, "figures">): string {
  if (figures === null) return "cannot say";
  const { tier } = figures;
  if (tier === null) return "not shown as rising";
  return tier === "none" ? "as usual" : `rising (${tier})`;
}

const REST: Readonly<Record<GroupLevel, string>> = {
  grade: "the rest of the school",
  school: "the other schools of the district",
};

const REFUSALS: Readonly<Record<GroupLevel, Readonly<Record<GroupRefusal, string>>>> = {
  grade: {
    "no-comparison": "Cannot say: the school has no other grade to compare with.",
    "short-baseline":
      "Too early to say: it takes eight school weeks, four of them before the last four.",
    "gap-in-window": "Cannot say: the grade had no school days in one of the last four weeks.",
    "not-recent": "Cannot say: there is no attendance of the last four weeks.",
  },
  school: {
    "no-comparison": "Cannot say: no other school of the district has attendance to compare with.",
    "short-baseline":
      "Too early to say: it takes eight weeks in which this school and another one were open.",
    "gap-in-window": "Cannot say: there were no school days in one of the last four weeks.",
    "not-recent": "Cannot say: the last weeks that can be compared are four weeks old or older.",
  },
};

/** Which weeks a look is about, and what it is compared with. */
export function windowSentence({ level, from, through }: GroupLookWords): string {
  const own = level === "grade" ? "a grade’s" : "the school’s";
  return (
    `These are the four school weeks from ${weekWords(from)} to that of ${weekWords(through)}. What was to be ` +
    `expected comes from ${own} own past and from ${REST[level]} in the same weeks.`
  );
}

/** What was found in those weeks, or why nothing can be said: one to three sentences. */
export function lookSentences(look: GroupLookWords): string[] {
  if (look.refusal !== null || look.figures === null)
    return [REFUSALS[look.level][look.refusal ?? "short-baseline"]];
  const { observed, expected, tier } = look.figures;
  return [
    `${count(observed)} new absences, about ${count(Math.round(expected))} to be expected.`,
    ...(tier === null ? [hiddenWords(observed / expected)] : []),
    ...oneWeekWords(look.figures),
  ];
}

function hiddenWords(ratio: number): string {
  return ratio < MINIMUM_RATIO
    ? "That is more than chance alone would do, but less than a quarter too many, and so it is not shown as rising."
    : "Fewer than three students are behind it, and so it is not shown as rising.";
}

/** From this share of what is too many on, most of it is one week's; of an even rise it is a quarter. */
const MOST = 0.6;

function oneWeekWords(figures: NonNullable<GroupLookWords["figures"]>): string[] {
  const { observed, expected, tier, highestWeek, highestExcess } = figures;
  const rises = tier === "watch" || tier === "act";
  if (!rises || highestExcess < MOST * (observed - expected)) return [];
  return [
    `Most of what is too many lies in one week, that of ${weekWords(highestWeek)}: an illness that goes round looks like this.`,
  ];
}

/** "9.8% of student-days missed; 6.7% in the rest of the school." Null without student-days. */
export function rateSentence(look: GroupLookWords): string | null {
  if (look.studentDays === 0) return null;
  const own = `${percent(look.absentDays / look.studentDays)} of ${count(look.studentDays)} student-days were missed`;
  if (look.restDays === 0) return `${own}.`;
  return `${own}; in ${REST[look.level]} ${percent(look.restAbsent / look.restDays)}.`;
}

/** A share of student-days, 0 to 1, to one decimal. */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)}%`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
