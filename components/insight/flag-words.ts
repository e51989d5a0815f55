import type { FlagKind, FlagTier } from "@/lib/flags/evidence";
import type { FlagState } from "@/lib/flags/life-cycle";

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

export const TIER_MEANING: Readonly<Record<FlagTier, string>> = {
  watch: "Watch: keep an eye on it and see whether it lasts.",
  act: "Act: talk about it this week.",
};
