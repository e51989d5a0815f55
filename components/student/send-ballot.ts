import { castBallots } from "@/lib/ballots/client/cast-ballots";
import { findSeatMargins } from "@/lib/ballots/client/find-seat-margins";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { Transport } from "@/lib/ballots/client/post-with-retry";
import type { BallotContent } from "@/lib/ballots/wire/ballot-content";
import { fittingText } from "@/lib/ballots/wire/ballot-content";
import { type Manifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
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
  readonly pending: PendingBallots | null;
  readonly onPending: (pending: PendingBallots) => void;
}): Promise<
  | { readonly ok: true; readonly receipts: readonly string[] }
  | { readonly ok: false; readonly code: StopCode }
> {
  const { pulse, seatCode, formId, answers, words, pending } = input;
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
    pending === null && (pulse.byName || pulse.words !== null)
      ? await findSeatMargins(transport, SEAT_URL, admission, RETRY)
      : { ok: true as const, marginIds: [pulse.marginId] };
  if (!margins.ok) return { ok: false, code: margins.code };
  if (!areOwnMargins(margins.marginIds, pulse, manifest)) return { ok: false, code: "manifest" };
  const contentFor = (marginId: string): BallotContent =>
    marginId === pulse.words?.marginId
      ? { text: fittingText(words) }
      : { vector: { formId, answers } };
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
 * The class's own margin, of each demographic one group at most, and the school's for words. Attack: a server
 * that lets one student cast in a class nobody else casts in, or twice in one demographic.
 */
function areOwnMargins(ids: readonly string[], pulse: Pulse, manifest: Manifest): boolean {
  const margins = ids.map((id) => manifest.margins.find((margin) => margin.id === id));
  const words = margins.filter((margin) => margin?.level === TEXT_LEVEL);
  const crossing = margins.filter(
    (margin) => margin?.id !== pulse.marginId && margin?.level !== TEXT_LEVEL,
  );
  const levels = crossing.map((margin) => margin?.level ?? "");
  return (
    ids.includes(pulse.marginId) &&
    levels.every((level) => level.includes("/")) &&
    new Set(levels).size === levels.length &&
    words.length <= 1 &&
    words.every((one) => one?.id === pulse.words?.marginId && one?.label === pulse.words?.label)
  );
}

async function fetchManifest(waveId: string): Promise<string | null> {
  const init: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };
  const response = await fetch(`/api/manifests/${waveId}`, init).catch(() => null);
  return response?.ok === true ? response.text().catch(() => null) : null;
}
