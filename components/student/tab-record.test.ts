import { describe, expect, it } from "vitest";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { startFlow } from "./flow";
import { announceStay, parseRecord, resumeFrom, type TabRecord, takeStay } from "./tab-record";
import { tabStorage } from "./testdata/tab-storage";

const SLIP = generateCode("seat", (length) => new Uint8Array(length).fill(7));

const draft: TabRecord = {
  seatCode: SLIP,
  printedHash: null,
  question: 2,
  review: false,
  form: 3,
  answers: [5, null, 1, null],
  words: "the bus",
  nomination: { own: 3, named: [1, 17] },
  sealed: null,
};
const sealed: TabRecord = {
  ...draft,
  review: true,
  answers: null,
  words: null,
  nomination: null,
  sealed: "an entry",
};

describe("what a tab remembers", () => {
  it.each([draft, sealed, { ...draft, printedHash: "ab", review: true }])(
    "comes back as it was",
    (record) => {
      expect(parseRecord(JSON.parse(JSON.stringify(record)), 4)).toEqual(record);
    },
  );

  it("has no answer once it is sealed, even if one were handed in", () => {
    expect(parseRecord({ ...draft, review: true, sealed: "an entry" }, 4)).toEqual(sealed);
  });

  it.each([
    ["null", null],
    ["another shape", {}],
    ["answers off the scale", { ...draft, answers: [9, 1, 1, 1] }],
    ["answers to other questions", { ...draft, answers: [1] }],
    ["a question that is not there", { ...draft, question: 4 }],
    ["words that are none", { ...draft, words: 7 }],
    ["a nomination of oneself", { ...draft, nomination: { own: 3, named: [3] } }],
    ["a seal that is none", { ...sealed, sealed: {} }],
  ])("is nothing when it is %s", (_name, value) => {
    expect(parseRecord(value, 4)).toBeNull();
  });

  it("announces one stay, for one load", () => {
    const store = tabStorage();
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
      flow: { screen: "question", question: 2, answers: draft.answers, seatCode: SLIP },
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

  it("a sealed ballot goes on being sent, and cannot be changed", () => {
    expect(resumeFrom(sealed, reload, 4).flow).toMatchObject({ screen: "sending", sealed: true });
  });

  it("whoever brings a code that can be one is asked at once; a code with a mistake is shown", () => {
    const arrives = (seatCode: string) => resumeFrom(null, { seatCode, sameVisit: false }, 4).flow;
    expect(arrives(SLIP)).toMatchObject({ screen: "question", question: 0, moves: 0 });
    expect(arrives("OTHER")).toMatchObject({ screen: "seat", seatCode: "OTHER" });
  });

  it("begins at the first screen when nothing was answered yet", () => {
    const untouched = { ...draft, question: 0, answers: [null, null, null, null] };
    expect(resumeFrom(untouched, reload, 4).flow).toMatchObject({ screen: "question", moves: 0 });
  });
});
