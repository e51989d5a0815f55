import type { WaveState } from "./state-machine";

/** So many people hold a wave's key between them, and so many of them can open it. */
export const TRUSTEES = 3;
export const TRUSTEES_NEEDED = 2;

/** What a trustee has done. */
export interface TrusteeMarks {
  readonly taken: boolean;
  readonly confirmed: boolean;
}

/** How far the trustees of a wave are. */
export interface TrusteeProgress {
  readonly taken: number;
  readonly confirmed: number;
  /** Nothing of the key is left on the server: the wave may open. */
  readonly allTaken: boolean;
  /** Enough shares came back: the sealer can open the box. */
  readonly mayBeOpened: boolean;
}

/** Counts the marks of a wave's trustees. A wave without trustees asks for nobody: both answers are yes. */
export function trusteeProgress(trustees: readonly TrusteeMarks[]): TrusteeProgress {
  const taken = trustees.filter((row) => row.taken).length;
  const confirmed = trustees.filter((row) => row.confirmed).length;
  return {
    taken,
    confirmed,
    allTaken: taken === trustees.length,
    mayBeOpened: trustees.length === 0 || confirmed >= TRUSTEES_NEEDED,
  };
}

/** Whether a closed wave waits for its trustees. One that never opened has an empty box, which needs no key. */
export function waitsForTrustees(state: WaveState, trustees: readonly TrusteeMarks[]): boolean {
  const { allTaken, mayBeOpened } = trusteeProgress(trustees);
  return state === "closed" && allTaken && !mayBeOpened;
}

const DAY_MS = 24 * 3_600_000;
/** A seal takes minutes at most: a wave that is closed for so long without results has lost its key. */
const STUCK_AFTER_MS = DAY_MS;
/**
 * Days that trustees have to give their codes back. Attack: whoever fears the results closes the wave and gives it
 * up in the same minute, and all answers are gone before a second person hears of it.
 */
export const TRUSTEES_HAVE_DAYS = 7;

/**
 * Whether a wave may be given up: it has waited a week for its trustees, or its seal has failed for a day.
 * `askedAt`: since when its trustees are asked: when it was really closed, which after a failure of the server is later
 * than scheduled, or when a share was found to be lost. `readyAt`: from
 * when it could be sealed, which with trustees is their second code.
 */
export function mayBeDestroyed(
  wave: { readonly state: WaveState; readonly askedAt: Date; readonly readyAt: Date },
  trustees: readonly TrusteeMarks[],
  now: Date,
): boolean {
  if (wave.state !== "closed") return false;
  const [since, after] = waitsForTrustees(wave.state, trustees)
    ? [wave.askedAt, TRUSTEES_HAVE_DAYS * DAY_MS]
    : [wave.readyAt, STUCK_AFTER_MS];
  return now.getTime() - since.getTime() >= after;
}

/** Where a trustee stands: what there is to do, or to wait for. */
export type TrusteeStep =
  | "wait-for-keys"
  | "take"
  | "wait-for-others"
  | "hold"
  | "confirm"
  | "wait-for-second"
  | "wait-for-seal"
  | "released"
  | "destroyed";

/** The step of one trustee of a wave. `released`: a sealed wave has a release. */
export function trusteeStep(
  wave: { readonly state: WaveState; readonly released: boolean },
  own: TrusteeMarks,
  trustees: readonly TrusteeMarks[],
): TrusteeStep {
  const { allTaken, mayBeOpened } = trusteeProgress(trustees);
  switch (wave.state) {
    case "draft":
      return "wait-for-keys";
    case "planned":
      return !own.taken ? "take" : allTaken ? "hold" : "wait-for-others";
    case "open":
      return "hold";
    case "closed":
      if (mayBeOpened || !allTaken) return "wait-for-seal";
      return own.confirmed ? "wait-for-second" : "confirm";
    case "sealed":
      return wave.released ? "released" : "destroyed";
  }
}
