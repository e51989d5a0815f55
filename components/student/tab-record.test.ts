import { describe, expect, it } from "vitest";
import { PENDING_FORMAT, type PendingBallots } from "@/lib/ballots/client/pending-ballots";
import { startFlow } from "./flow";
import {
  announceStay,
  clearTab,
  readTab,
  resumeFrom,
  type TabRecord,
  type TabStorage,
  takeStay,
  writeTab,
} from "./tab-record";

function storage(): TabStorage & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    get length() {
      return all.size;
    },
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
    key: (index) => [...all.keys()][index] ?? null,
  };
}

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
const draft: TabRecord = {
  seatCode: "7KM2XQRB",
  printedHash: null,
  question: 2,
  review: false,
  form: 3,
  answers: [5, null, 1, null],
  words: "the bus",
  nomination: { own: 3, named: [1, 17] },
  pending: null,
};
const sealed: TabRecord = {
  ...draft,
  review: true,
  answers: null,
  words: null,
  nomination: null,
  pending,
};

describe("what a tab remembers", () => {
  it.each([draft, sealed, { ...draft, printedHash: "ab", review: true }])(
    "comes back as it was",
    (record) => {
      const store = storage();
      writeTab(store, "JOIN01", record);
      expect(readTab(store, "JOIN01", 4)).toEqual(record);
      expect(readTab(store, "JOIN02", 4)).toBeNull();
    },
  );

  it("has no readable answer once it is sealed, even if one were handed in", () => {
    const store = storage();
    writeTab(store, "JOIN01", {
      ...sealed,
      answers: [5, 5, 5, 5],
      words: "the bus",
      nomination: draft.nomination,
    });
    expect(store.getItem("hearth:JOIN01")).toContain('"answers":null');
    expect(store.getItem("hearth:JOIN01")).toContain('"nomination":null');
    expect(store.getItem("hearth:JOIN01")).not.toContain("bus");
  });

  it.each([
    ["not JSON", "{"],
    ["null", "null"],
    ["another shape", "{}"],
    ["answers off the scale", JSON.stringify({ ...draft, answers: [9, 1, 1, 1] })],
    ["answers to other questions", JSON.stringify({ ...draft, answers: [1] })],
    ["a question that is not there", JSON.stringify({ ...draft, question: 4 })],
    ["words that are none", JSON.stringify({ ...draft, words: 7 })],
    ["a nomination of oneself", JSON.stringify({ ...draft, nomination: { own: 3, named: [3] } })],
    ["a damaged ballot", JSON.stringify({ ...sealed, pending: "{}" })],
  ])("is nothing when it is %s", (_name, text) => {
    const store = storage();
    store.setItem("hearth:JOIN01", text);
    expect(readTab(store, "JOIN01", 4)).toBeNull();
  });

  it("forgets every class at once and leaves other pages' data alone", () => {
    const store = storage();
    writeTab(store, "JOIN01", draft);
    writeTab(store, "JOIN02", sealed);
    store.setItem("theirs", "1");
    clearTab(store);
    expect([...store.all.keys()]).toEqual(["theirs"]);
  });

  it("announces one stay, for one load", () => {
    const store = storage();
    expect(takeStay(store)).toBe(false);
    announceStay(store);
    expect([takeStay(store), takeStay(store)]).toEqual([true, false]);
  });
});

describe("who gets it back", () => {
  const reload = { seatCode: null, sameVisit: true };
  const visit = { seatCode: null, sameVisit: false };

  it("whoever reloads, at the place where they were", () => {
    expect(resumeFrom(draft, reload, 4)).toMatchObject({
      keep: true,
      flow: { screen: "question", question: 2, answers: draft.answers, seatCode: "7KM2XQRB" },
    });
    const { flow } = resumeFrom({ ...draft, review: true }, reload, 4);
    expect(flow.screen).toBe("review");
  });

  it("with the words and the nomination, where they are asked", () => {
    const extras = { words: "" as const, nomination: { own: null, named: [] } };
    expect(resumeFrom(draft, reload, 4, extras).flow).toMatchObject({
      words: "the bus",
      nomination: { own: 3, named: [1, 17] },
    });
    expect(resumeFrom(draft, reload, 4).flow).toMatchObject({ words: null, nomination: null });
  });

  it("whoever brings the same slip", () => {
    const arrival = { seatCode: draft.seatCode, sameVisit: false };
    expect(resumeFrom(draft, arrival, 4).flow.screen).toBe("question");
  });

  it("nobody with another slip, and nobody who comes anew", () => {
    for (const sameVisit of [true, false]) {
      const arrival = { seatCode: "OTHER", sameVisit };
      const begin = { flow: startFlow(4, "OTHER"), keep: false };
      expect(resumeFrom(draft, arrival, 4)).toEqual(begin);
      expect(resumeFrom(sealed, arrival, 4)).toEqual(begin);
    }
    expect(resumeFrom(draft, visit, 4)).toEqual({ flow: startFlow(4), keep: false });
    expect(resumeFrom(null, reload, 4)).toEqual({ flow: startFlow(4), keep: false });
  });

  it("a sealed ballot waits for a tap, and cannot be changed", () => {
    expect(resumeFrom(sealed, reload, 4).flow).toMatchObject({
      screen: "stopped",
      stopped: "interrupted",
      sealed: true,
    });
  });

  it("begins at the first screen when nothing was answered yet", () => {
    const untouched = { ...draft, question: 0, answers: [null, null, null, null] };
    expect(resumeFrom(untouched, reload, 4).flow).toMatchObject({
      screen: "seat",
      seatCode: draft.seatCode,
    });
  });
});
