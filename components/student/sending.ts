import type { Nomination } from "@/lib/ballots/wire/nomination";
import type { Sent } from "./device/send-entry";
import type { Place } from "./place";
import type { Pulse } from "./pulse";
import { keepReceipts } from "./receipts";
import type { Preparation } from "./send-ballot";
import type { StopCode } from "./stop-codes";
import type { TabRecord } from "./tab-record";
import { askWorkerToSend } from "./worker-client";

/** What goes into the ballots. */
interface Contents {
  readonly formId: number;
  readonly answers: readonly (number | null)[];
  readonly words: string;
  readonly nomination: Nomination;
  /** The ballots lie in the outbox under this name: from now on they cannot be changed. */
  readonly onSealed: (id: string) => Promise<void>;
}

/** One student's ballots on their way. */
export interface Sending {
  /** The hash on the slip, when the student came by its QR code. */
  readonly printedHash: string | null;
  readonly isSealed: () => boolean;
  /** Fetches what sealing will need, in the background; a failure is nobody's news yet. */
  readonly prepare: (seatCode: string) => void;
  readonly send: (seatCode: string, contents: Contents) => Promise<Sent>;
  /** Calls when a new try may work: the network is back, or some time has passed. Returns how to stop. */
  readonly whenItMayWork: (retry: () => void) => () => void;
  /** Goes on with what a record left. */
  readonly takeUp: (record: TabRecord) => void;
  /** Takes sealed ballots out of the outbox for good. */
  readonly giveUp: () => Promise<void>;
  /** Forgets them here, and leaves them to go out by themselves. */
  readonly leave: () => Promise<void>;
}

/** Seconds until a new try by itself, doubling: a school's network that comes back must not be met by all at once. */
const FIRST_TRY_S = 5;
const LONGEST_TRY_S = 120;

export function startSending(
  place: Place,
  pulse: Pulse,
  begin: { readonly printedHash: string | null; readonly sealed: string | null },
): Sending {
  const { outbox } = place;
  let { printedHash, sealed } = begin;
  let tries = 0;
  let prepared: {
    readonly seatCode: string;
    readonly value: Promise<Preparation | StopCode>;
  } | null = null;

  const preparation = async (seatCode: string): Promise<Preparation | StopCode> => {
    const { prepareSealing } = await import("./send-ballot");
    const outcome = await prepareSealing({ pulse, printedHash, seatCode });
    return outcome.ok ? outcome.value : outcome.code;
  };
  const prepareFor = (seatCode: string): Promise<Preparation | StopCode> => {
    if (prepared?.seatCode !== seatCode) {
      prepared = { seatCode, value: preparation(seatCode).catch(unreachable) };
    }
    return prepared.value;
  };

  const seal = async (
    seatCode: string,
    { onSealed, ...contents }: Contents,
  ): Promise<StopCode | null> => {
    let ready = await prepareFor(seatCode);
    if (typeof ready === "string") {
      // What failed in the background is asked for again now that it is needed.
      prepared = null;
      ready = await prepareFor(seatCode);
    }
    if (typeof ready === "string") {
      prepared = null;
      return ready;
    }
    const { sealBallots } = await import("./send-ballot");
    const id = crypto.randomUUID();
    await outbox.put(id, await sealBallots(ready, { pulse, seatCode, ...contents }));
    sealed = id;
    await onSealed(id);
    return null;
  };

  return {
    get printedHash() {
      return printedHash;
    },
    isSealed: () => sealed !== null,
    prepare(seatCode) {
      if (sealed === null && seatCode !== "") void prepareFor(seatCode);
    },
    async send(seatCode, contents) {
      try {
        if (sealed === null) {
          const refused = await seal(seatCode, contents);
          if (refused !== null) return { ok: false, code: refused };
        }
        const id = sealed ?? "";
        const { sendEntry } = await import("./send-ballot");
        const { sendFromOutbox } = await import("./device/send-entry");
        // Not tried where it cannot work: the student need not watch it fail.
        const send = navigator.onLine ? sendEntry : noNetwork;
        const sent = await sendFromOutbox(outbox, id, seatCode, send);
        if (sent.ok) rememberReceipts(pulse.waveId, sent.receipts);
        // The worker was quicker, and has them.
        if (sent.ok && sent.receipts.length === 0) await place.collectReceipts();
        if (sent.ok || sent.code === "closed" || sent.code === "manifest") sealed = null;
        if (!sent.ok && sent.code === "network") askWorkerToSend();
        return sent;
      } catch (error) {
        return { ok: false, code: unreachable(error) };
      }
    },
    whenItMayWork(retry) {
      tries += 1;
      const ceiling = Math.min(FIRST_TRY_S * 2 ** (tries - 1), LONGEST_TRY_S) * 1_000;
      const [part = 0] = crypto.getRandomValues(new Uint32Array(1));
      const timer = setTimeout(retry, ceiling / 2 + (ceiling / 2) * (part / 2 ** 32));
      const online = () => {
        tries = 0;
        retry();
      };
      window.addEventListener("online", online);
      return () => {
        clearTimeout(timer);
        window.removeEventListener("online", online);
      };
    },
    takeUp(record) {
      sealed = record.sealed;
      printedHash ??= record.printedHash;
    },
    async giveUp() {
      const id = sealed;
      sealed = null;
      prepared = null;
      printedHash = null;
      if (id !== null) await outbox.remove(id);
    },
    async leave() {
      const id = sealed;
      sealed = null;
      prepared = null;
      printedHash = null;
      const { leaveToItself } = await import("./device/send-entry");
      if (id !== null) await leaveToItself(outbox, id);
      askWorkerToSend();
    },
  };
}

function noNetwork(): Promise<Sent> {
  return Promise.resolve({ ok: false, code: "network" });
}

function unreachable(_: unknown): StopCode {
  return navigator.onLine ? "server" : "network";
}

function rememberReceipts(waveId: string, receipts: readonly string[]): void {
  if (receipts.length === 0) return;
  try {
    keepReceipts(window.localStorage, waveId, receipts);
  } catch {
    // Forbidden or full: the receipt is on the screen, and nothing else needs it.
  }
}
