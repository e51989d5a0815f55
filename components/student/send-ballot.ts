import { castBallots } from "@/lib/ballots/client/cast-ballots";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { Transport } from "@/lib/ballots/client/post-with-retry";
import { shortHash } from "@/lib/ballots/wire/manifest";
import type { StopCode } from "./flow";
import type { Pulse } from "./pulse";

/** The built-in form; the seal reads answers in the instrument's order. */
const FORM_ID = 1;

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
  readonly answers: readonly (number | null)[];
  readonly pending: PendingBallots | null;
  readonly onPending: (pending: PendingBallots) => void;
}): Promise<
  { readonly ok: true; readonly receipt: string } | { readonly ok: false; readonly code: StopCode }
> {
  const { pulse, seatCode, answers, pending } = input;
  const { marginId, joinCode } = pulse;
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
  const margin = manifest.margins.find(({ id }) => id === marginId);
  if (manifest.waveId !== pulse.waveId || margin?.label !== pulse.className) {
    return { ok: false, code: "manifest" };
  }
  const sent = await castBallots({
    transport,
    manifest,
    admission: { joinCode, seatCode },
    from:
      pending === null
        ? { answers: [{ marginId, vector: { formId: FORM_ID, answers } }] }
        : { pending },
    onPending: input.onPending,
  });
  if (!sent.ok) return { ok: false, code: sent.code };
  const [receipt] = sent.receipts;
  return { ok: true, receipt: receipt === undefined ? "" : shortHash(receipt.receipt) };
}

async function fetchManifest(waveId: string): Promise<string | null> {
  const init: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };
  const response = await fetch(`/api/manifests/${waveId}`, init).catch(() => null);
  return response?.ok === true ? response.text().catch(() => null) : null;
}
