import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import type { TabRecord, TabStorage } from "../tab-record";
import { openDevice } from "./device-store";
import { draftIn } from "./draft";
import { tabStorage } from "../testdata/tab-storage";

const record: TabRecord = {
  seatCode: "7KM2XQRB",
  printedHash: "ab",
  question: 2,
  review: false,
  form: 1,
  answers: [5, null, 1],
  words: "the bus is late",
  nomination: { own: 3, named: [1, 17] },
  sealed: null,
};
const DAY = 86_400_000;
const pulse = { joinCode: "JOIN01", items: 3 };

let now = 100 * DAY;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  now = 100 * DAY;
});
const open = async (tab: TabStorage, joinCode = "JOIN01") =>
  draftIn(tab, await openDevice(), { ...pulse, joinCode }, () => now);

describe("a draft", () => {
  it("comes back to the same tab, and to no other class", async () => {
    const tab = tabStorage();
    await (await open(tab)).write(record);
    expect(await (await open(tab)).read()).toEqual(record);
    expect(await (await open(tab, "JOIN02")).read()).toBeNull();
  });

  it("cannot be read in what the tab stores, nor its key in what the device stores", async () => {
    const tab = tabStorage();
    await (await open(tab)).write(record);
    const stored = [...tab.all.values()].join();
    for (const part of ["7KM2XQRB", "bus", "answers", "[5,null,1]"]) {
      expect(stored).not.toContain(part);
    }
    const device = await openDevice();
    const [kept] = (await device?.getAll("drafts")) ?? [];
    expect(kept?.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", kept!.key)).rejects.toThrow();
  });

  it("keeps the newest of many writes that were not waited for", async () => {
    const tab = tabStorage();
    const draft = await open(tab);
    const writes = [0, 1, 2].map((question) => draft.write({ ...record, question }));
    await Promise.all(writes);
    expect((await draft.read())?.question).toBe(2);
  });

  it("is nothing when a bit has changed, or the key is another's", async () => {
    const tab = tabStorage();
    await (await open(tab)).write(record);
    const [name, text] = [...tab.all][0]!;
    const kept = JSON.parse(text) as { box: string };
    const other = kept.box.startsWith("A") ? "B" : "A";
    tab.all.set(name, JSON.stringify({ ...kept, box: other + kept.box.slice(1) }));
    expect(await (await open(tab)).read()).toBeNull();
    tab.all.set(name, "{");
    expect(await (await open(tab)).read()).toBeNull();
    tab.all.set(name, text);
    globalThis.indexedDB = new IDBFactory();
    expect(await (await open(tab)).read()).toBeNull();
  });

  it("leaves nothing in the tab or on the device once it is cleared, of any class", async () => {
    const tab = tabStorage();
    tab.setItem("theirs", "1");
    const draft = await open(tab);
    await draft.write(record);
    await (await open(tab, "JOIN02")).write(record);
    await draft.clear();
    expect([...tab.all.keys()]).toEqual(["theirs"]);
    expect(await (await openDevice())?.getAllKeys("drafts")).toEqual([]);
  });

  it("sweeps out the keys that closed tabs have left, after two days", async () => {
    await (await open(tabStorage())).write(record);
    now += DAY;
    await (await open(tabStorage())).clear();
    expect(await (await openDevice())?.getAllKeys("drafts")).toHaveLength(1);
    now += DAY;
    await (await open(tabStorage())).clear();
    expect(await (await openDevice())?.getAllKeys("drafts")).toEqual([]);
  });

  it("does without where the browser keeps nothing", async () => {
    for (const [tab, store] of [
      [null, await openDevice()],
      [tabStorage(), null],
    ] as const) {
      const draft = draftIn(tab, store, pulse, () => now);
      await draft.write(record);
      expect(await draft.read()).toBeNull();
      await draft.clear();
    }
  });
});
