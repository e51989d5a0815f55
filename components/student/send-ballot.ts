import { castBallots } from "@/lib/ballots/client/cast-ballots";
import { type Classmate, findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { Transport } from "@/lib/ballots/client/post-with-retry";
import type { BallotContent } from "@/lib/ballots/wire/ballot-content";
import { fittingText } from "@/lib/ballots/wire/ballot-content";
import { type Manifest, NOMINATIONS_LEVEL, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import type { StopCode } from "./flow";
import type { Pulse } from "./pulse";

const SEAT_URL = "/api/ballots/seat";
const RETRY = { attempts: 5, firstWaitMs: 500, retryThrottled: false };

const transport: Transport = {
  fetch: (url, init) => fetch(url, init),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Sends a student's ballot, or says why not. What `onPending` was given is what a retry continues from. */
export async function sendBallot(input: {
  readonly pulse: Pulse;
  readonly printedHash: string | null;
  readonly seatCode: string;
  /** The form that was dealt. It leaves the device inside the sealed answers only. */
  readonly formId: number;
  /** By position in the instrument's items; null also for those that are not on the form. */
  readonly answers: readonly (number | null)[];
  /** In the student's own words; "" for none, which is sent too: who wrote must not show. */
  readonly words: string;
  /** Whom the student named; an empty one is sent too. */
  readonly nomination: Nomination;
  readonly pending: PendingBallots | null;
  readonly onPending: (pending: PendingBallots) => void;
}): Promise<
  | { readonly ok: true; readonly receipts: readonly string[] }
  | { readonly ok: false; readonly code: StopCode }
> {
  const { pulse, seatCode, formId, answers, words, nomination, pending } = input;
  const admission = { joinCode: pulse.joinCode, seatCode };
  const text = await fetchManifest(pulse.waveId);
  if (text === null) return { ok: false, code: "network" };
  // The hash on the slip protects from this server: printed before anybody answered and alike on every
  // slip, it fails when one student is handed other keys, by which their ballot could be told apart. The
  // hash in the page protects from mistakes only (an old copy in a cache, a proxy that alters what it
  // passes on), because the server that would cheat wrote the page too.
  const opened = await openManifest(text, input.printedHash ?? pulse.manifestHash);
  if (!opened.ok) return { ok: false, code: "manifest" };
  const { manifest } = opened;
  // A true manifest also lists the other classes: sent off under another one, a lone ballot would be known.
  const margin = manifest.margins.find(({ id }) => id === pulse.marginId);
  if (manifest.waveId !== pulse.waveId || margin?.label !== pulse.marginLabel) {
    return { ok: false, code: "manifest" };
  }
  const margins =
    pending === null && asksForMore(pulse)
      ? await findSeatMargins(transport, SEAT_URL, admission, RETRY)
      : { ok: true as const, marginIds: [pulse.marginId] };
  if (!margins.ok) return { ok: false, code: margins.code };
  if (!areOwnMargins(margins.marginIds, pulse, manifest)) return { ok: false, code: "manifest" };
  const contentFor = (marginId: string): BallotContent => {
    if (marginId === pulse.words?.marginId) return { text: fittingText(words) };
    if (marginId === pulse.nominations?.marginId) return { nomination };
    return { vector: { formId, answers } };
  };
  const sent = await castBallots({
    transport,
    manifest,
    admission,
    from:
      pending === null
        ? {
            answers: margins.marginIds.map((marginId) => ({
              marginId,
              ...contentFor(marginId),
            })),
          }
        : { pending },
    onPending: input.onPending,
  });
  if (!sent.ok) return { ok: false, code: sent.code };
  return { ok: true, receipts: sent.receipts.map(({ receipt }) => receipt) };
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
  const found = await findSeatMargins(transport, SEAT_URL, admission, RETRY);
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

async function fetchManifest(waveId: string): Promise<string | null> {
  const init: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };
  const response = await fetch(`/api/manifests/${waveId}`, init).catch(() => null);
  return response?.ok === true ? response.text().catch(() => null) : null;
}
