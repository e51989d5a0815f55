import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import handler from "@/pages/api/ballots/cast";
import { GET } from "@/app/api/manifests/[waveId]/route";
import { decodeCastRecord, encodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { sha256Hex } from "@/lib/ballots/client/digest";
import { sealContent } from "@/lib/ballots/client/seal-content";
import * as box from "@/lib/data/ballot-box";
import { findWave } from "@/lib/data/waves";
import { closeWave } from "@/lib/services/waves/close-wave";
import { castBallot } from "./cast-ballot";
import { collectBallot } from "./collect-ballot";
import { serve } from "./testdata/serve";
import {
  type BallotWave,
  contextOf,
  makeBallot,
  makeWave,
  now,
  startInstallation,
  type TestClass,
} from "./testdata/ballot-wave";

let installation: Awaited<ReturnType<typeof startInstallation>>;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

/** The cast record of one student, collected with their slip. */
async function collected(wave: BallotWave, target: TestClass, seat: number): Promise<Uint8Array> {
  const ballot = await makeBallot(wave, target);
  const outcome = await collectBallot(contextOf("anonymous"), {
    joinCode: target.joinCode,
    seatCode: target.seatCodes[seat]!,
    requests: [{ marginId: target.marginId, blinded: ballot.blinded }],
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return ballot.record(outcome.value.signatures[0]!.signature);
}

async function ready() {
  const wave = await makeWave();
  const target = wave.classes[0]!;
  return { wave, target, record: await collected(wave, target, 0) };
}

function parts(record: Uint8Array) {
  const decoded = decodeCastRecord(record);
  if (!decoded.ok) throw new Error(decoded.code);
  return decoded.record;
}

const done = { ok: true, value: null };
const refused = { ok: false, code: "refused" };
const closed = { ok: false, code: "closed" };

describe("castBallot", () => {
  it("puts a ballot into the box once, however often it comes", async () => {
    const { wave, record } = await ready();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => castBallot(now, record)));
    for (const outcome of outcomes) expect(outcome).toEqual(done);
    expect(await installation.boxOf(wave.id)).toHaveLength(1);
  });

  it("refuses a record of another size, version or with something in its tail", async () => {
    const { wave, record } = await ready();
    const marked = record.map((byte, i) => (i === 511 ? 1 : byte));
    const newer = record.map((byte, i) => (i === 0 ? 2 : byte));
    for (const body of [record.subarray(1), new Uint8Array(), new Uint8Array(513), marked, newer]) {
      expect(await castBallot(now, body)).toEqual({ ok: false, code: "malformed" });
    }
    expect(await installation.boxOf(wave.id)).toEqual([]);
  });

  it("refuses a ballot moved to another class or wave, or to one that does not exist", async () => {
    const wave = await makeWave({ classes: 2 });
    const elsewhere = await makeWave();
    const [here, there] = wave.classes as [TestClass, TestClass];
    const ballot = parts(await collected(wave, here, 0));
    const target = elsewhere.classes[0]!;
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const moved of [
      { marginId: there.marginId },
      { waveId: elsewhere.id },
      { waveId: elsewhere.id, marginId: target.marginId },
      { marginId: target.marginId },
      { marginId: nowhere },
    ]) {
      expect(await castBallot(now, encodeCastRecord({ ...ballot, ...moved }))).toEqual(refused);
    }
    expect(await installation.boxOf(wave.id)).toEqual([]);
    expect(await installation.boxOf(elsewhere.id)).toEqual([]);
  });

  it("refuses a forged signature, other answers under a true one, and another nonce", async () => {
    const { wave, target, record } = await ready();
    const ballot = parts(record);
    const flip = (bytes: Uint8Array) => new Uint8Array(bytes).map((b, i) => (i === 9 ? b ^ 1 : b));
    const sealed = await sealContent(
      wave.manifest.hpkePublicKey,
      { waveId: wave.id, marginId: target.marginId },
      { vector: { formId: 1, answers: [1, 1, 1, 1, 1, 1] } },
    );
    for (const forged of [
      { signature: flip(ballot.signature) },
      { signature: new Uint8Array(256) },
      { nonce: flip(ballot.nonce) },
      { sealed },
      { sealed: flip(ballot.sealed) },
    ]) {
      expect(await castBallot(now, encodeCastRecord({ ...ballot, ...forged }))).toEqual(refused);
    }
    expect(await castBallot(now, record)).toEqual(done);
    expect(await installation.boxOf(wave.id)).toHaveLength(1);
  });

  it("takes nothing after the close, by hand or by the clock", async () => {
    const { wave, target, record } = await ready();
    const second = await collected(wave, target, 1);
    const after = new Date(now.getTime() + 48 * 3_600_000);
    expect(await castBallot(after, second)).toEqual(closed);
    expect(await castBallot(now, record)).toEqual(done);
    expect((await closeWave(contextOf("staff"), wave.id)).ok).toBe(true);
    expect(await castBallot(now, second)).toEqual(closed);
    expect(await installation.boxOf(wave.id)).toHaveLength(1);
    // The first one was counted: asked again after a lost answer, it is acknowledged again.
    expect(await castBallot(now, record)).toEqual(done);
    expect(await castBallot(after, record)).toEqual(done);
    expect(await installation.boxOf(wave.id)).toHaveLength(1);
  });

  it("keeps every ballot it acknowledged when the wave closes in the middle", async () => {
    const rounds = 8;
    let before = 0;
    let after = 0;
    for (let round = 0; round < rounds; round += 1) {
      const students = 24;
      const wave = await makeWave({ students });
      const target = wave.classes[0]!;
      const records = await Promise.all(
        Array.from({ length: students }, (_, seat) => collected(wave, target, seat)),
      );
      const closing = new Promise<number>((resolve) => setTimeout(resolve, round * 2)).then(
        async () => {
          const outcome = await closeWave(contextOf("staff"), wave.id);
          expect(outcome.ok).toBe(true);
          return (await installation.boxOf(wave.id)).length;
        },
      );
      const outcomes = await Promise.all(
        records.map(async (record, i) => {
          await new Promise((resolve) => setTimeout(resolve, i));
          return castBallot(now, record);
        }),
      );
      const atClose = await closing;
      const acknowledged = outcomes.filter(({ ok }) => ok).length;
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.code).toBe("closed");
      // What was in the box when the close returned is all there ever is, and all that was acknowledged.
      expect(acknowledged).toBe(atClose);
      expect(await installation.boxOf(wave.id)).toHaveLength(atClose);
      before += acknowledged;
      after += students - acknowledged;
    }
    // The race was a race: some came before the close and some after it.
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(0);
  });
});

/** What Node adds to every answer. */
const OF_THE_SERVER = new Set(["connection", "date", "keep-alive"]);

/** Sends a body without an end until the server hangs up; what it answered, and how many bytes went out. */
async function sendForever(url: string, head: string): Promise<{ answer: string; sent: number }> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  let sent = 0;
  socket.on("data", (data: Buffer) => (answer += data.toString("latin1")));
  socket.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.on("close", () => {
      resolve();
    });
  });
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${head}\r\n\r\n`);
  const piece = Buffer.alloc(65_536, "x");
  const framed = head.startsWith("transfer")
    ? Buffer.concat([Buffer.from("10000\r\n"), piece, Buffer.from("\r\n")])
    : piece;
  const more = (): void => {
    while (!socket.destroyed && sent < 100_000_000) {
      sent += framed.length;
      if (!socket.write(framed)) {
        socket.once("drain", more);
        return;
      }
    }
  };
  more();
  await ended;
  return { answer, sent };
}

describe("POST /api/ballots/cast", () => {
  let route: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    route = await serve(handler);
  });
  afterAll(() => route.stop());
  const post = (body: BodyInit) => fetch(route.url, { method: "POST", body });
  const seen = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].filter(([name]) => !OF_THE_SERVER.has(name)).sort(),
    body: await response.text(),
  });

  it("answers a first cast and its repeat alike, byte for byte", async () => {
    const { record } = await ready();
    const first = await seen(await post(new Uint8Array(record)));
    expect(first).toEqual({
      status: 200,
      headers: [
        ["cache-control", "no-store"],
        ["content-length", "11"],
        ["content-type", "application/json"],
      ],
      body: '{"ok":true}',
    });
    expect(await seen(await post(new Uint8Array(record)))).toEqual(first);
  });

  it("reads no more than a record", async () => {
    // A sender that never ends, and whose Content-Length says otherwise or nothing.
    for (const head of ["content-length: 100000000", "transfer-encoding: chunked"]) {
      const { answer, sent } = await sendForever(route.url, head);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
      expect(answer).toContain('{"code":"malformed"}');
      // What the sockets' buffers take, and no more of it: the connection is closed.
      expect(sent).toBeLessThan(20_000_000);
    }
  });

  it("answers a request that breaks off with nothing, and takes the next", async () => {
    const { record } = await ready();
    const socket = connect(Number(new URL(route.url).port), "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 512\r\n\r\nhalf");
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await post(new Uint8Array(record))).status).toBe(200);
  });

  it("takes nothing but a POST", async () => {
    const response = await fetch(route.url);
    expect([response.status, await response.text()]).toEqual([405, ""]);
  });

  it("says no more than that when the database is in trouble, and logs nothing", async () => {
    const { record } = await ready();
    const log = [vi.spyOn(console, "error"), vi.spyOn(console, "log"), vi.spyOn(console, "warn")];
    const store = vi.spyOn(box, "storeBallot").mockRejectedValue(new Error("down"));
    const response = await post(new Uint8Array(record));
    store.mockRestore();
    expect([response.status, await response.json()]).toEqual([503, { code: "unavailable" }]);
    for (const spy of log) expect(spy).not.toHaveBeenCalled();
    expect((await post(new Uint8Array(record))).status).toBe(200);
  });
});

describe("GET /api/manifests/[waveId]", () => {
  const get = (waveId: string) =>
    GET(new Request("http://h/"), { params: Promise.resolve({ waveId }) });

  it("serves the bytes that were hashed", async () => {
    const wave = await makeWave();
    const response = await get(wave.id);
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(await sha256Hex(await response.text())).toBe((await findWave(wave.id))?.manifestHash);
  });

  it.each(["x", "../secrets", "00000000-0000-4000-8000-000000000000"])(
    "knows nothing of %s, and lets nobody keep that",
    async (id) => {
      const response = await get(id);
      expect(response.status).toBe(404);
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );
});
