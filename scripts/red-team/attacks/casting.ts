import { createPrivateKey, randomBytes } from "node:crypto";
import { connect } from "node:net";

import { marginKeysOf } from "@/e2e/support/pulse";
import { NONCE_BYTES, SEALED_BYTES } from "@/lib/ballots/wire/ballot-layout";

import { type Attack, type Finding, nothing } from "../attack";
import type { Battlefield } from "../battlefield";
import { ownerRows, signBallot } from "../truth";

const PARALLEL = 100;
/** A request that trickles must be ended by the server within this. */
const PATIENCE_MS = 20_000;

/** 13: replay, wrong wave or margin, forged signature, 100 parallel casts of one token; and bad input of all kinds. */
export const castingAttack: Attack = {
  number: 13,
  title: "Replayed, moved, forged, parallel and broken ballots",
  when: "open",
  run: async (field) => [
    await replays(field),
    await parallel(field),
    await broken(field),
    await slow(field),
  ],
};

const boxSize = async ({ instance, pulse }: Battlefield): Promise<number> => {
  const text = "SELECT count(*)::int AS n FROM ballot_box WHERE wave_id = $1";
  return (await ownerRows<{ n: number }>(instance, text, [pulse.waveId]))[0]?.n ?? -1;
};

async function cast(
  field: Battlefield,
  body: Uint8Array,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${field.instance.url}/api/ballots/cast`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(body),
  });
  return { status: response.status, text: await response.text() };
}

function keyOf(field: Battlefield, marginId: string) {
  const pkcs8 = marginKeysOf(field.instance, field.pulse.waveId)[marginId] ?? "";
  return createPrivateKey({ key: Buffer.from(pkcs8, "base64"), type: "pkcs8", format: "der" });
}

async function replays(field: Battlefield): Promise<Finding> {
  const [used] = field.oneByOne;
  const [ballot, crossing] = used?.ballots ?? [];
  if (ballot === undefined || crossing === undefined) throw new Error("nobody has answered");
  const before = await boxSize(field);
  const found: string[] = [];
  const expect = async (what: string, body: Uint8Array, status: number) => {
    const answer = await cast(field, body);
    if (answer.status !== status) found.push(`${what}: ${answer.status}`);
  };
  await expect("the same ballot again is not acknowledged", ballot.record, 200);
  const moved = (change: (body: Uint8Array) => void): Uint8Array => {
    const copy = Uint8Array.from(ballot.record);
    change(copy);
    return copy;
  };
  const put = (at: number, bytes: Uint8Array) => moved((body) => body.set(bytes, at));
  await expect("another wave", put(1, randomBytes(16)), 400);
  await expect("another margin", put(17, crossing.record.subarray(17, 33)), 400);
  await expect("another nonce", put(33, randomBytes(NONCE_BYTES)), 400);
  await expect("a forged signature", put(65, randomBytes(256)), 400);
  await expect("other answers under a true signature", put(321, randomBytes(SEALED_BYTES)), 400);
  await expect("a mark in the padding", put(511, Uint8Array.of(1)), 400);
  // A token is good for one ballot: a second ciphertext signed under the same nonce, as nobody but we could.
  const nonce = Uint8Array.from(ballot.record.subarray(33, 65));
  const second = new Uint8Array(randomBytes(SEALED_BYTES));
  const twice = signBallot(
    field.pulse.waveId,
    ballot.marginId,
    second,
    keyOf(field, ballot.marginId),
    nonce,
  );
  await expect("a second ballot under one nonce", twice.record, 400);
  const after = await boxSize(field);
  if (after !== before) found.push(`the box grew by ${after - before}`);
  return nothing("8 replays and forgeries of a ballot that was counted", found);
}

async function parallel(field: Battlefield): Promise<Finding> {
  const marginId = field.pulse.classes[0]?.marginId ?? "";
  const key = keyOf(field, marginId);
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const before = await boxSize(field);
  // One nonce, a hundred different ciphertexts: one of them may get in.
  const bodies = Array.from({ length: PARALLEL }, () =>
    signBallot(field.pulse.waveId, marginId, new Uint8Array(randomBytes(SEALED_BYTES)), key, nonce),
  );
  const answers = await Promise.all(bodies.map(({ record }) => cast(field, record)));
  const accepted = answers.filter(({ status }) => status === 200).length;
  const stored = (await boxSize(field)) - before;
  await ownerRows(field.instance, "DELETE FROM ballot_box WHERE nullifier = $1", [
    bodies[0]?.nullifier,
  ]);
  return {
    tried: `${PARALLEL} casts of one token at once`,
    found: `${accepted} accepted, ${stored} in the box`,
    held: accepted === 1 && stored === 1,
  };
}

/** Malformed and oversize requests to collect, to cast and to ask for a seat: a constant answer, no slip used up. */
async function broken(field: Battlefield): Promise<Finding> {
  const fresh = field.students.find((student) => !field.oneByOne.includes(student));
  const seatCode = fresh?.seatCode ?? "";
  const joinCode = fresh?.joinCode ?? "";
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const requests: [path: string, body: Buffer][] = [
    ["cast", Buffer.alloc(0)],
    ["cast", randomBytes(511)],
    ["cast", randomBytes(512)],
    ["cast", Buffer.alloc(5_000_000, 1)],
    ["collect", Buffer.from("{")],
    ["collect", Buffer.from([0xff, 0xfe])],
    ["collect", json({ joinCode, seatCode, requests: [] })],
    [
      "collect",
      json({ joinCode, seatCode, requests: Array(200).fill({ marginId: "x", blinded: "y" }) }),
    ],
    [
      "collect",
      json({
        joinCode,
        seatCode,
        requests: [
          { marginId: field.pulse.waveId, blinded: randomBytes(256).toString("base64url") },
        ],
      }),
    ],
    [
      "collect",
      json({
        joinCode,
        seatCode,
        requests: [
          {
            marginId: fresh?.ballots[0]?.marginId,
            blinded: randomBytes(256).toString("base64url"),
          },
        ],
      }),
    ],
    ["collect", json({ joinCode: "0".repeat(60), seatCode, requests: [] })],
    ["collect", Buffer.alloc(3_000_000, 0x20)],
    ["collect", json([["deep"]])],
    ["seat", json({ joinCode, seatCode: 3 })],
    ["seat", Buffer.alloc(100_000, 0x20)],
  ];
  const found: string[] = [];
  for (const [path, body] of requests) {
    const response = await fetch(`${field.instance.url}/api/ballots/${path}`, {
      method: "POST",
      body: new Uint8Array(body),
    }).catch(() => null);
    // A body far too large may also be cut off.
    if (response === null) continue;
    const text = await response.text();
    if (response.status < 400 || response.status > 499) found.push(`${path}: ${response.status}`);
    if (!/^\{"code":"[a-z-]+"\}$/u.test(text)) found.push(`${path} says ${text.slice(0, 60)}`);
  }
  const text = "SELECT count(*)::int AS n FROM seats WHERE state = 'collected'";
  const used = (await ownerRows<{ n: number }>(field.instance, text))[0]?.n ?? 0;
  const mine = await ownerRows<{ n: number }>(
    field.instance,
    "SELECT count(*)::int AS n FROM seats s JOIN margins m ON m.id = s.margin_id WHERE m.wave_id = $1 AND s.state = 'collected'",
    [field.pulse.waveId],
  );
  if (mine[0]?.n !== field.oneByOne.length) found.push(`a slip was used up (${used} in all)`);
  return nothing(`${requests.length} malformed and oversize requests`, found);
}

/** A client that sends a byte now and then. */
async function slow(field: Battlefield): Promise<Finding> {
  const { hostname, port } = new URL(field.instance.url);
  const began = Date.now();
  const ended = await new Promise<boolean>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/ballots/cast HTTP/1.1\r\nhost: ${hostname}\r\ncontent-length: 512\r\n\r\n`,
      );
      const drip = setInterval(() => socket.write("x"), 1_000);
      const over = (server: boolean) => {
        clearInterval(drip);
        clearTimeout(patience);
        socket.destroy();
        resolve(server);
      };
      const patience = setTimeout(() => over(false), PATIENCE_MS);
      socket.on("data", () => over(true));
      socket.on("close", () => over(true));
      socket.on("error", () => over(true));
    });
  });
  return {
    tried: "a request that sends a byte a second",
    found: ended
      ? `ended by the server after ${Math.round((Date.now() - began) / 1000)} s`
      : `still open after ${PATIENCE_MS / 1000} s`,
    held: ended,
  };
}
