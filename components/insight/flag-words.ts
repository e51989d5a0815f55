import type { FlagKind, FlagTier } from "@/lib/flags/evidence";
import type { FlagState } from "@/lib/flags/life-cycle";
import type { FlagOutcome, FoundOutcome } from "@/lib/flags/outcome";
import type { WorkStage } from "@/lib/flags/work";

export const KIND_WORDS: Readonly<Record<FlagKind, string>> = {
  "low-belonging": "Low belonging",
  "rising-absence": "Rising absence",
  both: "Low belonging and rising absence",
};

export const STATE_WORDS: Readonly<Record<FlagState, string>> = {
  new: "New",
  seen: "Seen",
  acting: "Acting on it",
  closed: "Closed",
};

/** Where the work on a flag stands: columns of the board, and the badge everywhere. */
export const STAGE_WORDS: Readonly<Record<WorkStage, string>> = {
  new: "New",
  seen: "Being looked at",
  acting: "Acting on it",
  snoozed: "Snoozed",
  closed: "Closed",
};

export const TIER_MEANING: Readonly<Record<FlagTier, string>> = {
  watch: "Watch: keep an eye on it and see whether it lasts.",
  act: "Act: talk about it this week.",
};

/** What a flag turned out to be, as it is chosen. */
export const FOUND_WORDS: Readonly<Record<FoundOutcome, { label: string; hint: string }>> = {
  helped: { label: "It helped", hint: "Something was found, and something was done about it." },
  explained: {
    label: "It is explained",
    hint: "There was an innocent reason, such as a seating plan, flu or a trip.",
  },
  nothing: { label: "Nothing was found", hint: "Somebody looked, and all seems ordinary." },
  "wrong-data": {
    label: "The data were wrong",
    hint: "Attendance was entered or imported wrongly.",
  },
};

/** The same of a closed flag; null: closed before outcomes were asked for. */
export function outcomeWords(outcome: FlagOutcome | null): string {
  switch (outcome) {
    case null:
      return "No outcome was asked for then";
    case "cleared":
      return "Cleared by the next pulse";
    case "lapsed":
      return "Lapsed after six weeks";
    default:
      return FOUND_WORDS[outcome].label;
  }
}

/** "12 days", "less than a day". */
export function ageWords(days: number): string {
  if (days === 0) return "less than a day";
  return days === 1 ? "1 day" : `${String(days)} days`;
}
