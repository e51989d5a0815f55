import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import { castBallots, type CastResult } from "@/lib/ballots/client/cast-ballots";
import type { PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { Fetch } from "@/lib/ballots/client/post-with-retry";
import type { Bytes } from "@/lib/ballots/wire/bytes";
import { type Manifest, readManifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";

import type { OpenPulse } from "./pulse";

const random = (length: number): Bytes => new Uint8Array(randomBytes(length));

/** One student's phone: the code that runs in the page, over HTTP to a real server. */
export interface Student {
  readonly classId: string;
  /** Casts, or goes on where the last attempt ended. Never cast again once it is acknowledged. */
  readonly vote: () => Promise<CastResult>;
  /** Settles when the slip is collected and the ballots are signed. */
  readonly collected: Promise<void>;
}

export interface PhoneSettings {
  readonly origin: string;
  readonly fetch: Fetch;
  readonly attempts: number;
  readonly jitterMs: { readonly min: number; readonly max: number };
  /** Awaited by every phone between collecting and casting. */
  readonly beforeCast: Promise<void>;
}

/** The first `count` students of a class of `pulse`, each with the answers that `answersOf` gives. */
export function studentsOf(
  pulse: OpenPulse,
  at: number,
  answersOf: (student: number) => readonly (number | null)[],
  settings: PhoneSettings & { readonly count: number },
): Student[] {
  const group = pulse.classes[at];
  const manifest = readManifest(pulse.manifest);
  if (group === undefined || manifest === null) throw new Error("no such class in the pulse");
  return group.seatCodes.slice(0, settings.count).map((seatCode, index) =>
    student(
      {
        ...group,
        seatCode,
        answers: answersOf(index),
        extraMargins: group.extraMargins[index] ?? [],
      },
      manifest,
      settings,
    ),
  );
}

function student(
  slip: {
    classId: string;
    marginId: string;
    joinCode: string;
    seatCode: string;
    answers: readonly (number | null)[];
    extraMargins: readonly string[];
  },
  manifest: Manifest,
  settings: PhoneSettings,
): Student {
  const { classId, marginId, joinCode, seatCode, answers, extraMargins } = slip;
  const words = new Set(
    manifest.margins.filter(({ level }) => level === TEXT_LEVEL).map(({ id }) => id),
  );
  const contents = [marginId, ...extraMargins].map((id) =>
    // Whoever writes nothing casts that too.
    words.has(id) ? { marginId: id, text: "" } : { marginId: id, vector: { formId: 1, answers } },
  );
  let pending: PendingBallots | null = null;
  const collected = gate();
  const signed = () => pending?.ballots.every(({ signature }) => signature !== null) === true;
  const transport = {
    random,
    fetch: settings.fetch,
    sleep: async (milliseconds: number) => {
      if (signed()) await settings.beforeCast;
      await sleep(milliseconds);
    },
  };
  const vote = () =>
    castBallots({
      transport,
      manifest,
      admission: { joinCode, seatCode },
      from: pending === null ? { answers: contents } : { pending },
      onPending: (kept) => {
        pending = kept;
        if (signed()) collected.open();
      },
      settings: {
        collectUrl: `${settings.origin}/api/ballots/collect`,
        castUrl: `${settings.origin}/api/ballots/cast`,
        jitterMs: settings.jitterMs,
        attempts: settings.attempts,
        firstWaitMs: 500,
      },
    });
  return { classId, vote, collected: collected.opened };
}

/** A promise that somebody else settles. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
