import { type Classmate, findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import { prepareBallots } from "@/lib/ballots/client/prepare-ballots";
import type { BallotContent } from "@/lib/ballots/wire/ballot-content";
import { fittingText } from "@/lib/ballots/wire/ballot-content";
import { type Manifest, NOMINATIONS_LEVEL, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import { browserTransport } from "./device/browser-transport";
import type { OutboxEntry } from "./device/outbox";
import { fetchManifest, sendWith } from "./device/send-entry";
import type { Pulse } from "./pulse";
import type { StopCode } from "./stop-codes";

const SEAT_URL = "/api/ballots/seat";
const RETRY = { attempts: 5, firstWaitMs: 500, retryThrottled: false };

/** Sends an entry of the outbox from this page. */
export const sendEntry = sendWith(browserTransport);

/** What is asked of the server before anything can be sealed; kept in memory, so that sealing needs no network. */
export interface Preparation {
  readonly manifest: Manifest;
  /** The hash that the manifest has. */
  readonly manifestHash: string;
  readonly marginIds: readonly string[];
}

type Prepared =
  | { readonly ok: true; readonly value: Preparation }
  | { readonly ok: false; readonly code: StopCode };

/** Fetches what sealing needs, and checks that it is this class's. */
export async function prepareSealing(input: {
  readonly pulse: Pulse;
  readonly printedHash: string | null;
  readonly seatCode: string;
}): Promise<Prepared> {
  const { pulse, seatCode } = input;
  const text = await fetchManifest(browserTransport, pulse.waveId);
  if (text === null) return { ok: false, code: "network" };
  // The hash on the slip protects from this server: printed before anybody answered and alike on every
  // slip, it fails when one student is handed other keys, by which their ballot could be told apart. The
  // hash in the page protects from mistakes only (an old copy in a cache, a proxy that alters what it
  // passes on), because the server that would cheat wrote the page too.
  const opened = await openManifest(text, input.printedHash ?? pulse.manifestHash);
  if (!opened.ok) return { ok: false, code: "manifest" };
  const { manifest, hash: manifestHash } = opened;
  // A true manifest also lists the other classes: sent off under another one, a lone ballot would be known.
  const margin = manifest.margins.find(({ id }) => id === pulse.marginId);
  if (manifest.waveId !== pulse.waveId || margin?.label !== pulse.marginLabel) {
    return { ok: false, code: "manifest" };
  }
  if (!asksForMore(pulse)) {
    return { ok: true, value: { manifest, manifestHash, marginIds: [pulse.marginId] } };
  }
  const admission = { joinCode: pulse.joinCode, seatCode };
  const found = await findSeatMargins(browserTransport, SEAT_URL, admission, RETRY);
  if (!found.ok) return { ok: false, code: found.code };
  const { marginIds } = found;
  if (!areOwnMargins(marginIds, pulse, manifest)) return { ok: false, code: "manifest" };
  return { ok: true, value: { manifest, manifestHash, marginIds } };
}

/** Seals a student's ballots for the outbox: from here on nobody on this device can read an answer. */
export async function sealBallots(
  { manifest, manifestHash, marginIds }: Preparation,
  input: {
    readonly pulse: Pulse;
    readonly seatCode: string;
    /** The form that was dealt. It leaves the device inside the sealed answers only. */
    readonly formId: number;
    /** By position in the instrument's items; null also for those that are not on the form. */
    readonly answers: readonly (number | null)[];
    /** In the student's own words; "" for none, which is sent too: who wrote must not show. */
    readonly words: string;
    /** Whom the student named; an empty one is sent too. */
    readonly nomination: Nomination;
  },
): Promise<OutboxEntry> {
  const { pulse, seatCode, formId, answers, words, nomination } = input;
  const contentFor = (marginId: string): BallotContent => {
    if (marginId === pulse.words?.marginId) return { text: fittingText(words) };
    if (marginId === pulse.nominations?.marginId) return { nomination };
    return { vector: { formId, answers } };
  };
  const contents = marginIds.map((marginId) => ({ marginId, ...contentFor(marginId) }));
  const pending = await prepareBallots(manifest, contents, browserTransport.random);
  const { joinCode, waveId } = pulse;
  return { joinCode, seatCode, waveId, manifestHash, pending, held: null, awaited: true };
}

/**
 * Asks for the list of the class, for a student who is about to name classmates; null where it does not come. It is
 * asked with the slip's code, because it is nobody else's business.
 */
export async function fetchClassmates(
  pulse: Pulse,
  seatCode: string,
): Promise<readonly Classmate[] | null> {
  const admission = { joinCode: pulse.joinCode, seatCode };
  const found = await findSeatMargins(browserTransport, SEAT_URL, admission, RETRY);
  return found.ok ? found.classmates : null;
}

/** Whether a slip collects ballots beside the class's. */
function asksForMore({ byName, words, nominations }: Pulse): boolean {
  return byName || words !== null || nominations !== null;
}

/**
 * The class's own margin, of each demographic one group at most, the school's for words and the class's for
 * nominations. Attack: a server that lets one student cast in a class nobody else casts in, or twice in one demographic.
 */
function areOwnMargins(ids: readonly string[], pulse: Pulse, manifest: Manifest): boolean {
  const margins = ids.map((id) => manifest.margins.find((margin) => margin.id === id));
  const words = margins.filter((margin) => margin?.level === TEXT_LEVEL);
  const named = margins.filter((margin) => margin?.level === NOMINATIONS_LEVEL);
  const crossing = margins.filter(
    (margin) =>
      margin?.id !== pulse.marginId &&
      margin?.level !== TEXT_LEVEL &&
      margin?.level !== NOMINATIONS_LEVEL,
  );
  const levels = crossing.map((margin) => margin?.level ?? "");
  return (
    ids.includes(pulse.marginId) &&
    levels.every((level) => level.includes("/")) &&
    new Set(levels).size === levels.length &&
    words.length <= 1 &&
    words.every((one) => one?.id === pulse.words?.marginId && one?.label === pulse.words?.label) &&
    named.length <= 1 &&
    named.every((one) => one?.id === pulse.nominations?.marginId && one?.label === pulse.className)
  );
}
