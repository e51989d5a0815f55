import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { PENDING_FORMAT, type PendingBallots } from "@/lib/ballots/client/pending-ballots";
import type { StopCode } from "../stop-codes";
import { openDevice } from "./device-store";
import { type OutboxEntry, outboxIn, takeReceipts } from "./outbox";
import { leaveToItself, sendAll, sendFromOutbox, type SendEntry, type Sent } from "./send-entry";

const bytes = (length: number) => Buffer.alloc(length, 7).toString("base64url");
const pending: PendingBallots = {
  format: PENDING_FORMAT,
  waveId: "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61",
  ballots: [
    {
      marginId: "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70",
      nonce: bytes(32),
      sealed: bytes(112),
      blinded: bytes(256),
      inverse: bytes(256),
      signature: null,
      cast: false,
    },
  ],
};
const entry: OutboxEntry = {
  joinCode: "JOIN01",
  seatCode: "7KM2XQRB",
  waveId: pending.waveId,
  manifestHash: "ab".repeat(32),
  pending,
  held: null,
  awaited: true,
};
const DAY = 86_400_000;

let now = 100 * DAY;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  now = 100 * DAY;
});
const open = async () => outboxIn(await openDevice(), () => now);
const inOrder = (ids: readonly string[]) => ids;
const accepts: SendEntry = () => Promise.resolve({ ok: true, receipts: ["cd"] });
const refuses =
  (code: StopCode): SendEntry =>
  () =>
    Promise.resolve({ ok: false, code });

describe("the outbox", () => {
  it("keeps entries until they are taken out", async () => {
    await (await open()).put("one", entry);
    const outbox = await open();
    expect(await outbox.read("one")).toEqual(entry);
    await outbox.put("one", { ...entry, held: "used" });
    expect((await outbox.read("one"))?.held).toBe("used");
    await outbox.remove("one");
    expect([await outbox.read("one"), await outbox.ids()]).toEqual([null, []]);
  });

  it("holds nothing that can be read: no code, no ballot, no key", async () => {
    await (await open()).put("one", entry);
    const device = await openDevice();
    const [kept] = (await device?.getAll("outbox")) ?? [];
    const text = Buffer.from(kept!.box).toString("latin1");
    for (const part of [entry.seatCode, entry.joinCode, pending.ballots[0]!.nonce]) {
      expect(text).not.toContain(part);
    }
    expect(kept?.key.extractable).toBe(false);
  });

  it("drops what no open wave can take any more", async () => {
    const outbox = await open();
    await outbox.put("old", entry);
    now += 62 * DAY;
    expect(await outbox.ids()).toEqual(["old"]);
    now += DAY;
    await outbox.leaveWord("old", "sent");
    expect(await outbox.ids()).toEqual([]);
    expect(await outbox.read("old")).toBeNull();
    now += 63 * DAY;
    await outbox.ids();
    expect(await outbox.takeWord("old")).toBeNull();
  });
});

describe("sending from it", () => {
  it.each<[string, SendEntry, OutboxEntry | null]>([
    ["takes out what was acknowledged", accepts, null],
    ["takes out what came too late", refuses("closed"), null],
    ["takes out what another server would get", refuses("manifest"), null],
    ["leaves what found no network", refuses("network"), entry],
    ["leaves what found a server in trouble", refuses("server"), entry],
    ["holds a wrong code for its owner", refuses("wrong-code"), { ...entry, held: "wrong-code" }],
    ["holds a used slip for its owner", refuses("used"), { ...entry, held: "used" }],
  ])("%s", async (_name, send, left) => {
    const outbox = await open();
    await outbox.put("one", entry);
    await sendFromOutbox(outbox, "one", entry.seatCode, send);
    expect(await outbox.read("one")).toEqual(left);
  });

  it("keeps each step, so that the next try goes on from there", async () => {
    const outbox = await open();
    await outbox.put("one", entry);
    const signed = {
      ...pending,
      ballots: pending.ballots.map((ballot) => ({ ...ballot, signature: bytes(256) })),
    };
    await sendFromOutbox(outbox, "one", entry.seatCode, (_, onPending) => {
      onPending(signed);
      return Promise.resolve({ ok: false, code: "network" });
    });
    expect((await outbox.read("one"))?.pending).toEqual(signed);
  });

  it.each<[string, SendEntry, Sent]>([
    ["sent it", accepts, { ok: true, receipts: [] }],
    ["came too late", refuses("closed"), { ok: false, code: "closed" }],
    ["met another manifest", refuses("manifest"), { ok: false, code: "manifest" }],
  ])(
    "tells the owner what became of an entry when the worker %s, once",
    async (_name, send, told) => {
      const outbox = await open();
      await outbox.put("one", entry);
      await sendAll(outbox, send, inOrder);
      expect(await outbox.ids()).toEqual([]);
      expect(await sendFromOutbox(outbox, "one", entry.seatCode, refuses("used"))).toEqual(told);
      expect(await (await openDevice())?.getAllKeys("outcomes")).toEqual([]);
    },
  );

  it("leaves no word where the owner has handed the device on, before or after", async () => {
    const outbox = await open();
    for (const id of ["before", "after"]) await outbox.put(id, entry);
    await leaveToItself(outbox, "before");
    await sendAll(outbox, accepts, inOrder);
    await leaveToItself(outbox, "after");
    expect(await outbox.ids()).toEqual([]);
    expect(await (await openDevice())?.getAllKeys("outcomes")).toEqual([]);
  });

  it("sends under a corrected code what was held, and keeps the code if it must wait again", async () => {
    const outbox = await open();
    await outbox.put("one", { ...entry, held: "wrong-code" });
    await sendFromOutbox(outbox, "one", "0THERC0D", refuses("network"));
    expect(await outbox.read("one")).toEqual({ ...entry, seatCode: "0THERC0D", held: null });
  });

  it("never says that what is gone without a word has arrived", async () => {
    expect(await sendFromOutbox(await open(), "gone", entry.seatCode, accepts)).toEqual({
      ok: false,
      code: "server",
    });
  });

  it("gets everything signed before anything is cast, so that no order joins slip and ballot", async () => {
    const outbox = await open();
    for (const id of ["one", "two", "three"]) await outbox.put(id, { ...entry, seatCode: id });
    const steps: string[] = [];
    await sendAll(
      outbox,
      ({ seatCode }, _, until) => {
        steps.push(`${until} ${seatCode}`);
        return Promise.resolve({ ok: true, receipts: [] });
      },
      (ids) => [...ids].reverse(),
    );
    expect(steps.map((step) => step.split(" ")[0])).toEqual([
      ...["collected", "collected", "collected"],
      ...["cast", "cast", "cast"],
    ]);
    expect(await outbox.ids()).toEqual([]);
  });

  it("sends all of several students, keeps receipts without names, and says how many still wait", async () => {
    const outbox = await open();
    for (const id of ["one", "two", "three"]) {
      await outbox.put(id, { ...entry, seatCode: id });
    }
    await outbox.put("held", { ...entry, seatCode: "held", held: "wrong-code" });
    const send: SendEntry = ({ seatCode }) =>
      Promise.resolve(
        seatCode === "two"
          ? { ok: false, code: "network" }
          : { ok: true, receipts: [`receipt of ${seatCode}`] },
      );
    expect(await sendAll(outbox, send, inOrder)).toBe(1);
    expect((await outbox.ids()).toSorted()).toEqual(["held", "two"]);
    const device = await openDevice();
    expect((await takeReceipts(device)).flatMap(({ receipts }) => receipts).toSorted()).toEqual([
      "receipt of one",
      "receipt of three",
    ]);
    expect(await takeReceipts(device)).toEqual([]);
  });
});
