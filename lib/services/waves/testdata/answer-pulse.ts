import { randomBytes } from "node:crypto";
import { castBallots, type CastResult } from "@/lib/ballots/client/cast-ballots";
import { openManifest } from "@/lib/ballots/client/open-manifest";
import type { Transport } from "@/lib/ballots/client/post-with-retry";
import { readCollectRequest, readSeatQuestion } from "@/lib/ballots/server/collect-request";
import { type Manifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import { castBallot } from "@/lib/services/ballots/cast-ballot";
import { collectBallot, listSeatMargins } from "@/lib/services/ballots/collect-ballot";
import type { SlipSheet } from "../dealt-slip";
import { printSlips } from "../print-slips";
import { readManifestText } from "../read-manifest";
import { contextAt } from "./wave-school";

/** The three ballot endpoints without HTTP, straight on the services, at one moment. */
export function serviceFetch(now: Date) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    if (url.endsWith("/collect")) {
      const request = readCollectRequest(JSON.parse(init.body as string));
      if (request === null) return Response.json({ code: "malformed" }, { status: 400 });
      const collected = await collectBallot(contextAt(now, { kind: "anonymous" }), request);
      return collected.ok
        ? Response.json(collected.value)
        : Response.json({ code: collected.code }, { status: 403 });
    }
    if (url.endsWith("/seat")) {
      const question = readSeatQuestion(JSON.parse(init.body as string));
      if (question === null) return Response.json({ code: "malformed" }, { status: 400 });
      const found = await listSeatMargins(contextAt(now, { kind: "anonymous" }), question);
      return found.ok
        ? Response.json(found.value)
        : Response.json({ code: found.code }, { status: 403 });
    }
    const cast = await castBallot(now, init.body as Uint8Array);
    return cast.ok
      ? Response.json({ ok: true })
      : Response.json({ code: cast.code }, { status: 410 });
  };
}

/** Fetches the manifest as a phone does and checks it against the class's card. */
export async function fetchManifest(waveId: string, hash: string): Promise<Manifest> {
  const opened = await openManifest((await readManifestText(waveId)) ?? "", hash);
  if (!opened.ok) throw new Error(opened.code);
  return opened.manifest;
}

/** One student's whole way with one slip, through the browser's own code. */
export async function answerOnce(
  target: { manifest: Manifest; marginId: string; joinCode: string; seatCode: string; now: Date },
  answers: readonly (number | null)[],
): Promise<CastResult> {
  return answerInMargins(target, [target.marginId], answers);
}

/** The same in several margins at once, with words in those that collect words. */
export async function answerInMargins(
  target: { manifest: Manifest; joinCode: string; seatCode: string; now: Date },
  marginIds: readonly string[],
  answers: readonly (number | null)[],
  text = "",
): Promise<CastResult> {
  const { manifest, joinCode, seatCode, now } = target;
  const texts = new Set(
    manifest.margins.filter(({ level }) => level === TEXT_LEVEL).map(({ id }) => id),
  );
  return castBallots({
    transport: transportAt(now),
    manifest,
    admission: { joinCode, seatCode },
    from: {
      answers: marginIds.map((marginId) =>
        texts.has(marginId) ? { marginId, text } : { marginId, vector: { formId: 1, answers } },
      ),
    },
    settings: { attempts: 1 },
  });
}

/** A phone whose requests arrive at the services, at one moment, without waiting. */
export function transportAt(now: Date): Transport {
  return {
    fetch: serviceFetch(now),
    random: (length) => new Uint8Array(randomBytes(length)),
    sleep: () => Promise.resolve(),
  };
}

/** Makes a class's slips and lets one student answer with each of the first `answers.length`. */
export async function answerClass(
  wave: { waveId: string; classId: string; marginId: string; now: Date },
  answers: readonly (readonly (number | null)[])[],
): Promise<SlipSheet> {
  const sheet = await printSlips(contextAt(wave.now), wave);
  if (!sheet.ok) throw new Error(sheet.code);
  const manifest = await fetchManifest(wave.waveId, sheet.value.manifestHash);
  for (const [index, vector] of answers.entries()) {
    const seatCode = sheet.value.slips[index]?.code ?? "";
    const { joinCode } = sheet.value;
    const { marginId, now } = wave;
    const cast = await answerOnce({ manifest, marginId, joinCode, seatCode, now }, vector);
    if (!cast.ok) throw new Error(`answer ${String(index)} was refused: ${cast.code}`);
  }
  return sheet.value;
}
