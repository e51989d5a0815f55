import type { RequestState } from "@/lib/help/adult-request";

export const STATE_WORDS: Readonly<Record<RequestState, string>> = {
  new: "New",
  seen: "Seen",
  done: "Done",
};

/** "Nov 23, 2026", of a date without a time. */
export function askedDayWords(askedOn: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${askedOn}T00:00:00Z`),
  );
}
