/** States of a wave as staff read them. */
export const STATE_WORDS = {
  draft: "Preparing keys",
  planned: "Scheduled",
  open: "Open",
  closed: "Closing",
  sealed: "Results are in",
} as const;
export type WaveStateName = keyof typeof STATE_WORDS;

export const STATE_TONES = {
  draft: "neutral",
  planned: "info",
  open: "good",
  closed: "neutral",
  sealed: "info",
} as const;

/** The state of a wave, with what may have come of it: one that waits for its trustees, one that was given up. */
export function stateWords(wave: {
  readonly state: WaveStateName;
  readonly waits: boolean;
  readonly released: boolean;
}): string {
  if (wave.state === "sealed" && !wave.released) return "Destroyed unopened";
  return wave.waits ? "Waiting for trustees" : STATE_WORDS[wave.state];
}

/** An instant by a school's clock, with the zone: "Mon, Nov 23, 2026, 8:00 AM Central Time". */
export function dateTimeWords(instant: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(instant);
  return `${text} ${zoneWords(timeZone)}`;
}

/** The same without weekday and zone, for tables. */
export function shortDateTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(instant);
}

/** "8:00 AM" by a school's clock, for what is today. */
export function timeOfDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "2-digit" }).format(
    instant,
  );
}

/** A calendar date that was stored without a time. */
export function dateWords(date: Date): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(date);
}

/** "America/Chicago" as people say it: "Central Time". */
export function zoneWords(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    timeZoneName: "longGeneric",
  }).formatToParts(new Date(0));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** Ballots collected, as far as it may be told: "15 or more of 24", "fewer than 5 of 24". */
export function collectedWords(floor: number, block: number, seats: number): string {
  const count = floor === 0 ? `fewer than ${String(block)}` : `${String(floor)} or more`;
  return `${count} of ${String(seats)}`;
}

/** Seats without a ballot, as far as it may be told: "about 5 to 9 left", "at most 4 left". */
export function leftWords({ lo, hi }: { readonly lo: number; readonly hi: number }): string {
  if (hi === 0) return "none left";
  if (lo === 0) return `at most ${String(hi)} left`;
  return `about ${String(lo)} to ${String(hi)} left`;
}
