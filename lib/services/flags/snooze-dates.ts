import type { Flag } from "@/lib/flags/life-cycle";
import { latestSnooze } from "@/lib/flags/work";
import { localDate } from "../waves/local-date";

const DAY_MS = 24 * 3600_000;

/** The first and the last date (YYYY-MM-DD) at which a flag can come back; null when it lapses before. */
export function snoozeDates(
  flag: Pick<Flag, "expiresAt">,
  now: Date,
  timeZone: string,
): { readonly earliest: string; readonly latest: string } | null {
  const today = Date.parse(`${localDate(now, timeZone)}T00:00:00Z`);
  const earliest = new Date(today + DAY_MS).toISOString().slice(0, 10);
  const latest = localDate(latestSnooze(flag, now), timeZone);
  return earliest <= latest ? { earliest, latest } : null;
}
