import { castBallots } from "@/lib/ballots/client/cast-ballots";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { Transport } from "@/lib/ballots/client/post-with-retry";
import { passesByItself, type StopCode } from "../stop-codes";
import type { Outbox, OutboxEntry, Outcome } from "./outbox";

export type Sent =
  | { readonly ok: true; readonly receipts: readonly string[] }
  | { readonly ok: false; readonly code: StopCode };

/** Sends one entry, or gets it signed only; keeps what each step has come to, so that the next try goes on from there. */
export type SendEntry = (
  entry: OutboxEntry,
  onPending: (pending: PendingBallots) => void,
  until: "collected" | "cast",
) => Promise<Sent>;

/** Collects signatures for sealed ballots and casts them, from the page or from its worker. */
export function sendWith(transport: Transport): SendEntry {
  return async (entry, onPending, until) => {
    const { joinCode, seatCode, waveId, pending } = entry;
    const text = await fetchManifest(transport, waveId);
    if (text === null) return { ok: false, code: "network" };
    const opened = await openManifest(text, entry.manifestHash);
    if (!opened.ok || opened.manifest.waveId !== waveId) return { ok: false, code: "manifest" };
    const sent = await castBallots({
      transport,
      manifest: opened.manifest,
      admission: { joinCode, seatCode },
      from: { pending },
      onPending,
      until,
    });
    if (!sent.ok) return { ok: false, code: sent.code };
    return { ok: true, receipts: sent.receipts.map(({ receipt }) => receipt) };
  };
}

/** The text of a wave's manifest, byte for byte; null where it does not come. */
export async function fetchManifest(transport: Transport, waveId: string): Promise<string | null> {
  const init: RequestInit = { credentials: "omit", referrerPolicy: "no-referrer" };
  const response = await transport.fetch(`/api/manifests/${waveId}`, init).catch(() => null);
  return response?.ok === true ? response.text().catch(() => null) : null;
}

/**
 * Sends an entry whose owner is looking, under the code they give it: a corrected one, or another slip, frees what was
 * held. One that is not there any more was taken out by the worker, which has left word of what became of it: that it is
 * gone does not say that it arrived.
 */
export async function sendFromOutbox(
  outbox: Outbox,
  id: string,
  seatCode: string,
  send: SendEntry,
): Promise<Sent> {
  return oneAtATime(id, async () => {
    const entry = await outbox.read(id);
    if (entry !== null) {
      const own = { ...entry, seatCode, held: null };
      if (entry.seatCode !== seatCode || entry.held !== null) await outbox.put(id, own);
      return attempt(outbox, id, own, send, "cast");
    }
    await outbox.remove(id);
    const word = await outbox.takeWord(id);
    // No word: what lay there could not be read any more.
    return word === "sent" ? { ok: true, receipts: [] } : { ok: false, code: word ?? "server" };
  });
}

/** Leaves an entry to go out by itself: its owner is gone, and nobody will ask what became of it. */
export async function leaveToItself(outbox: Outbox, id: string): Promise<void> {
  return oneAtATime(id, async () => {
    const entry = await outbox.read(id);
    if (entry === null) await outbox.takeWord(id);
    else await outbox.put(id, { ...entry, awaited: false });
  });
}

/**
 * Sends whatever waits on this device, in no order: which of several students answered first is nobody's business. All
 * of it is signed before any of it is cast. Attack: several students' ballots wait on one tablet; slip, ballot, slip,
 * ballot, one after the other at an hour when nobody else sends, would tell a reader of the database's transaction
 * numbers which slip cast which ballot.
 * @returns how many still wait
 */
export async function sendAll(
  outbox: Outbox,
  send: SendEntry,
  shuffle: (ids: readonly string[]) => readonly string[],
): Promise<number> {
  for (const id of shuffle(await outbox.ids())) await sendUnattended(outbox, id, send, "collected");
  let waiting = 0;
  for (const id of shuffle(await outbox.ids())) {
    if (await sendUnattended(outbox, id, send, "cast")) waiting += 1;
  }
  return waiting;
}

/** @returns whether it still waits, and for nothing but a better moment */
async function sendUnattended(
  outbox: Outbox,
  id: string,
  send: SendEntry,
  until: "collected" | "cast",
): Promise<boolean> {
  return oneAtATime(id, async () => {
    const entry = await outbox.read(id);
    if (entry === null || entry.held !== null) return false;
    const sent = await attempt(outbox, id, entry, send, until);
    const leaveWord = async (outcome: Outcome) => {
      if (entry.awaited) await outbox.leaveWord(id, outcome);
    };
    if (!sent.ok) {
      if (isOver(sent.code)) await leaveWord(sent.code);
      return passesByItself(sent.code);
    }
    if (until === "cast") {
      await leaveWord("sent");
      await outbox.keepReceipts(entry.waveId, sent.receipts);
    }
    return false;
  });
}

/** No later try will help: the wave is over, or the manifest is another. */
function isOver(code: StopCode): boolean {
  return code === "closed" || code === "manifest";
}

/** One try. The entry is taken out where it is done or over, and held for its owner where only they can help. */
async function attempt(
  outbox: Outbox,
  id: string,
  entry: OutboxEntry,
  send: SendEntry,
  until: "collected" | "cast",
): Promise<Sent> {
  let latest = entry;
  // In the order in which they happened, and all of them before anything else happens to the entry.
  let writing = Promise.resolve();
  const keep = (pending: PendingBallots) => {
    latest = { ...latest, pending };
    const next = latest;
    writing = writing.then(() => outbox.put(id, next)).catch(() => undefined);
  };
  const sent = await send(entry, keep, until);
  await writing;
  if (sent.ok ? until === "cast" : isOver(sent.code)) await outbox.remove(id);
  else if (!sent.ok && !passesByItself(sent.code)) {
    await outbox.put(id, { ...latest, held: sent.code });
  }
  return sent;
}

/** A page and its worker that both woke up would do everything twice. */
function oneAtATime<T>(id: string, work: () => Promise<T>): Promise<T> {
  const { navigator } = globalThis as { navigator?: { locks?: LockManager } };
  const locks = navigator?.locks;
  return locks === undefined ? work() : locks.request(`hearth-outbox-${id}`, work);
}
