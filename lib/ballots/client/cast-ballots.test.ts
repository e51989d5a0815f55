import { afterEach, describe, expect, it, vi } from "vitest";
import { castBallots, type CastInput } from "@/lib/ballots/client/cast-ballots";
import { readPendingBallots, type PendingBallots } from "@/lib/ballots/client/pending-ballots";
import { createBallotOpener } from "@/lib/ballots/server/open-ballot";
import { makeTestServer } from "@/lib/ballots/testdata/test-server";
import {
  MARGIN_A,
  MARGIN_B,
  WAVE_ID,
  makeTestWave,
  random,
} from "@/lib/ballots/testdata/test-wave";

const SEAT = "7KM2XQRB";
const answers = [
  { marginId: MARGIN_A, vector: { formId: 1, answers: [4, 3, null, 1, 0, 2] } },
  { marginId: MARGIN_B, vector: { formId: 1, answers: [0, 0, 0, 0, 0, 0] } },
];

afterEach(() => vi.unstubAllGlobals());

describe("castBallots", async () => {
  const wave = await makeTestWave();

  function setUp() {
    const server = makeTestServer(wave, SEAT);
    const slept: number[] = [];
    const kept: string[] = [];
    const sleep = (ms: number): Promise<void> => {
      slept.push(ms);
      return Promise.resolve();
    };
    const input: CastInput = {
      transport: { fetch: server.fetch, random, sleep },
      manifest: wave.manifest,
      admission: { joinCode: "7KM2XQ", seatCode: SEAT },
      from: { answers },
      onPending: (pending) => kept.push(JSON.stringify(pending)),
      settings: { jitterMs: { min: 100, max: 200 } },
    };
    const opened = () => {
      const open = createBallotOpener(WAVE_ID, wave.hpkePrivateKey);
      return [...server.box.values()]
        .map(({ marginId, sealed }) => ({ marginId, opened: open(marginId, sealed) }))
        .sort((a, b) => (a.marginId < b.marginId ? -1 : 1));
    };
    const stored = (): PendingBallots => readPendingBallots(kept.at(-1) ?? "")!;
    return { server, slept, kept, input, opened, stored };
  }

  const everyAnswerOnce = answers
    .map(({ marginId, vector }) => ({ marginId, opened: { ok: true, vector } }))
    .sort((a, b) => (a.marginId < b.marginId ? -1 : 1));

  it("collects once, casts each ballot on its own, and the box opens to the answers", async () => {
    const { server, slept, input, opened } = setUp();
    const result = await castBallots(input);
    expect(result).toMatchObject({ ok: true });
    expect(server.sent.map(({ url }) => url)).toEqual([
      "/api/ballots/collect",
      "/api/ballots/cast",
      "/api/ballots/cast",
    ]);
    expect(opened()).toEqual(everyAnswerOnce);
    expect(slept).toHaveLength(2);
    expect(slept.every((ms) => ms >= 100 && ms <= 200)).toBe(true);
    const digest = async (bytes: Uint8Array) =>
      Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
    const inBox = await Promise.all([...server.box.values()].map(({ sealed }) => digest(sealed)));
    const receipts = result.ok ? result.receipts.map(({ receipt }) => receipt) : [];
    expect(receipts.sort()).toEqual(inBox.sort());
  });

  it("casts requests of one size that carry no cookie, referrer, code or identifier", async () => {
    const { server, input } = setUp();
    await castBallots(input);
    for (const { init } of server.sent.slice(1)) {
      const { body, ...rest } = init;
      expect(rest).toEqual({
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        redirect: "error",
      });
      expect(body).toHaveLength(512);
      expect(Buffer.from(body as Uint8Array).includes(SEAT)).toBe(false);
    }
  });

  it("casts in random order", async () => {
    const first = new Set<string>();
    for (let i = 0; i < 20; i += 1) {
      const { server, input } = setUp();
      await castBallots(input);
      first.add(
        Buffer.from((server.sent[1]!.init.body as Uint8Array).subarray(17, 33)).toString("hex"),
      );
    }
    expect(first.size).toBe(2);
  });

  it.each([["lost-request"], ["lost-answer"]] as const)(
    "survives a %s at every step and counts each ballot once",
    async (fault) => {
      for (const at of [0, 1, 2]) {
        const { server, input, opened } = setUp();
        server.faults.push(...Array.from({ length: at }, () => null), fault, fault);
        expect(await castBallots(input)).toMatchObject({ ok: true });
        expect(server.sent).toHaveLength(5);
        expect(opened()).toEqual(everyAnswerOnce);
      }
    },
  );

  it("waits longer each time, and gives up with the reason", async () => {
    const { server, slept, input } = setUp();
    server.faults.push(...Array.from({ length: 5 }, () => "lost-request" as const));
    expect(await castBallots(input)).toMatchObject({ ok: false, code: "network" });
    expect(server.sent).toHaveLength(5);
    slept.forEach((ms, i) => {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** i);
      expect(ms).toBeLessThanOrEqual(500 * 2 ** i);
    });
    expect(slept).toHaveLength(4);
  });

  it("goes on from what was stored: same blinded messages, nothing cast twice", async () => {
    const { server, input, kept, stored, opened } = setUp();
    // The collect is answered but the answer lost for good; the page is reloaded.
    server.faults.push(...Array.from({ length: 5 }, () => "lost-answer" as const));
    expect(await castBallots(input)).toMatchObject({ ok: false, code: "network" });
    // Second try: collected, first ballot cast, then the network goes away.
    server.faults.push(null, null, ...Array.from({ length: 5 }, () => "lost-request" as const));
    const second = await castBallots({ ...input, from: { pending: stored() } });
    expect(second).toMatchObject({ ok: false, code: "network" });
    expect(stored().ballots.filter(({ cast }) => cast)).toHaveLength(1);
    const before = server.sent.length;
    expect(await castBallots({ ...input, from: { pending: stored() } })).toMatchObject({
      ok: true,
    });
    expect(server.sent).toHaveLength(before + 1);
    expect(opened()).toEqual(everyAnswerOnce);
    const bodies = server.sent
      .filter(({ url }) => url.endsWith("collect"))
      .map(({ init }) => init.body);
    expect(new Set(bodies).size).toBe(1);
    expect(kept.every((text) => !text.includes(SEAT) && !text.includes("answers"))).toBe(true);
  });

  it("gets ballots signed only, where more are to be signed before any is cast", async () => {
    const { server, input, opened, stored } = setUp();
    expect(await castBallots({ ...input, until: "collected" })).toEqual({ ok: true, receipts: [] });
    expect(server.sent.map(({ url }) => url)).toEqual(["/api/ballots/collect"]);
    expect(opened()).toEqual([]);
    expect(stored().ballots.map(({ signature, cast }) => [signature !== null, cast])).toEqual([
      [true, false],
      [true, false],
    ]);
    await castBallots({ ...input, from: { pending: stored() } });
    expect(server.sent.filter(({ url }) => url.endsWith("collect"))).toHaveLength(1);
    expect(opened()).toEqual(everyAnswerOnce);
  });

  it("tells a wrong code, and goes on with the right one", async () => {
    const { server, input, opened } = setUp();
    const admission = { joinCode: "7KM2XQ", seatCode: "00000000" };
    const wrong = await castBallots({ ...input, admission });
    expect(wrong).toMatchObject({ ok: false, code: "wrong-code" });
    expect(server.sent).toHaveLength(1);
    const pending = wrong.ok ? null : wrong.pending;
    expect(await castBallots({ ...input, from: { pending: pending! } })).toMatchObject({
      ok: true,
    });
    expect(opened()).toEqual(everyAnswerOnce);
  });

  it("tells a used slip: fresh ballots get no second signature", async () => {
    const { server, input } = setUp();
    await castBallots(input);
    expect(await castBallots(input)).toMatchObject({ ok: false, code: "used" });
    expect(server.box.size).toBe(2);
  });

  const answer = (status: number, body: unknown) => () => Response.json(body, { status });
  it.each([
    ["not-open", answer(403, { code: "not-open" }), 1],
    ["closed", answer(403, { code: "closed" }), 1],
    ["throttled", answer(429, {}), 1],
    ["server", answer(500, {}), 5],
    ["server", answer(400, { code: "malformed" }), 1],
    ["server", answer(200, {}), 1],
    ["server", answer(200, { signatures: [{ marginId: MARGIN_A, signature: "AAAA" }] }), 1],
    ["server", () => new Response("<html>", { status: 502 }), 5],
  ] as const)("reports %s at collecting", async (code, make, tries) => {
    const { server, input } = setUp();
    server.faults.push(...Array.from({ length: 5 }, make));
    expect(await castBallots(input)).toMatchObject({ ok: false, code });
    expect(server.sent).toHaveLength(tries);
    expect(server.box.size).toBe(0);
  });

  it("reports closed at casting, and waits when told to slow down there", async () => {
    const { server, input } = setUp();
    server.faults.push(null, answer(429, {})(), answer(403, { code: "closed" })());
    expect(await castBallots(input)).toMatchObject({ ok: false, code: "closed" });
    expect(server.sent).toHaveLength(3);
  });

  it("says when the browser has no WebCrypto, before anything is sent", async () => {
    const { server, input } = setUp();
    vi.stubGlobal("crypto", { getRandomValues: () => null });
    expect(await castBallots(input)).toEqual({ ok: false, code: "unsupported", pending: null });
    expect(server.sent).toHaveLength(0);
  });

  it("reads back nothing but its own pending ballots", async () => {
    const { input, kept } = setUp();
    await castBallots(input);
    const text = kept[0]!;
    expect(readPendingBallots(text)).toEqual(JSON.parse(text));
    for (const junk of [
      "",
      "null",
      "[]",
      text.replace("/1", "/2"),
      text.replace('"nonce":"', '"nonce":"A'),
    ]) {
      expect(readPendingBallots(junk)).toBeNull();
    }
  });
});
