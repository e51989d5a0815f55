import { instantToLocal } from "./local-time";

/** What there is to know of a pulse to say what its class does today. */
export interface ComingWave {
  readonly state: "planned" | "open" | "closed";
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * The pulse a class answers today, of those it is in: the open one, else the first that is due to open by the end
 * of today on the school's clock. Null: nothing today.
 */
export function todaysPulse<W extends ComingWave>(waves: readonly W[], now: Date): W | null {
  const open = waves.find((wave) => wave.state === "open" && wave.closesAt > now);
  if (open !== undefined) return open;
  const due = waves.filter(
    ({ state, opensAt, closesAt, timeZone }) =>
      state === "planned" &&
      closesAt > now &&
      instantToLocal(opensAt, timeZone).date <= instantToLocal(now, timeZone).date,
  );
  return due.sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime())[0] ?? null;
}
