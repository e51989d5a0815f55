import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeNomination } from "@/lib/ballots/wire/nomination";
import { type Extras, type Flow, type FlowEvent, NO_EXTRAS, nextFlow, startFlow } from "./flow";

const run = (flow: Flow, ...events: FlowEvent[]): Flow => events.reduce(nextFlow, flow);
const admit: FlowEvent = { type: "admit", seatCode: "7KM2XQRB", form: 1 };
const tap = (value: number): FlowEvent[] => [{ type: "answer", value }, { type: "next" }];

const atReview = run(startFlow(3), admit, ...tap(5), { type: "next" }, ...tap(1));

describe("the way through", () => {
  it("goes from the slip over each question to the review; a question may be skipped", () => {
    expect(atReview).toMatchObject({ screen: "review", answers: [5, null, 1], moves: 4 });
  });

  it("goes back one question at a time, to the slip, and loses no answer", () => {
    const back: FlowEvent = { type: "back" };
    const slip = run(atReview, back, back, back, back);
    expect(slip).toMatchObject({ screen: "seat", answers: [5, null, 1] });
    expect(run(slip, admit)).toMatchObject({
      screen: "question",
      question: 0,
      answers: [5, null, 1],
    });
  });

  it("waits for a network once it is sealed, and goes on when there is one", () => {
    const sending = run(atReview, { type: "send" });
    expect(run(sending, { type: "wait" })).toEqual(sending);
    const waiting = run(sending, { type: "sealed" }, { type: "wait" });
    expect(waiting).toMatchObject({ screen: "waiting", sealed: true });
    expect(run(waiting, { type: "back" }, { type: "next" })).toEqual(waiting);
    const done = run(waiting, { type: "send" }, { type: "sent", receipts: ["ab"] });
    expect(done).toMatchObject({ screen: "done", receipts: ["ab"], sealed: false });
    expect(run(waiting, { type: "start-over" })).toMatchObject({ screen: "seat", seatCode: "" });
  });

  it("comes back to the review from a question opened there, changed or not", () => {
    const change: FlowEvent = { type: "change", question: 1 };
    const changed = run(atReview, change, ...tap(2));
    expect(changed).toMatchObject({ screen: "review", answers: [5, 2, 1], toReview: false });
    expect(run(atReview, change, { type: "back" })).toMatchObject({ screen: "review" });
  });

  it("asks for words after the last question, where it does, and comes back to them", () => {
    const asked = run(startFlow(2, "", { ...NO_EXTRAS, words: "" }), admit, ...tap(5), ...tap(1));
    expect(asked).toMatchObject({ screen: "words", words: "", question: 1 });
    const written = run(asked, { type: "write", text: "the bus" }, { type: "next" });
    expect(written).toMatchObject({ screen: "review", words: "the bus" });
    expect(run(written, { type: "back" })).toMatchObject({ screen: "words", words: "the bus" });
    expect(run(written, { type: "back" }, { type: "back" })).toMatchObject({
      screen: "question",
      question: 1,
    });
    const change: FlowEvent = { type: "change-words" };
    expect(run(written, change, { type: "back" })).toMatchObject({ screen: "review" });
    expect(run(atReview, change)).toEqual(atReview);
    const done = run(written, { type: "send" }, { type: "sent", receipts: [] });
    expect(done).toMatchObject({ screen: "done", words: "" });
    expect(run(written, { type: "start-over" })).toMatchObject({ screen: "seat", words: "" });
  });

  it("asks for nominations after the questions and before words, and comes back to them", () => {
    const none = { own: null, named: [] };
    const asked = run(startFlow(1, "", { words: "", nomination: none }), admit, ...tap(5));
    expect(asked).toMatchObject({ screen: "nominations", nomination: none });
    const be = (own: number | null): FlowEvent => ({ type: "be", own });
    const name = (number: number, named = true): FlowEvent => ({ type: "name", number, named });
    // Nobody is named before one says who one is; oneself never; nobody beyond the fifth.
    expect(run(asked, name(4))).toEqual(asked);
    const named = run(asked, be(3), name(9), name(3), name(4), name(4), name(8), name(9, false));
    expect(named.nomination).toEqual({ own: 3, named: [4, 8] });
    const full = run(named, ...[1, 2, 5, 6, 7].map((number) => name(number)));
    expect(full.nomination).toEqual({ own: 3, named: [1, 2, 4, 5, 8] });
    expect(run(named, be(4)).nomination).toEqual({ own: 4, named: [8] });
    expect(run(named, be(null)).nomination).toEqual(none);
    const next: FlowEvent = { type: "next" };
    const review = run(named, next, next);
    expect(run(named, next).screen).toBe("words");
    expect(review.screen).toBe("review");
    const back: FlowEvent = { type: "back" };
    expect(run(review, back, back).screen).toBe("nominations");
    expect(run(review, back, back, back)).toMatchObject({ screen: "question", question: 0 });
    expect(run(review, { type: "change-nomination" }, be(null), next)).toMatchObject({
      screen: "review",
      nomination: none,
    });
    // Sent, handed on to somebody with another slip, or started over: nothing of it stays.
    expect(run(review, { type: "send" }, { type: "sent", receipts: [] }).nomination).toEqual(none);
    expect(run(review, { type: "start-over" }).nomination).toEqual(none);
    const other: FlowEvent = { type: "admit", seatCode: "OTHER", form: 1 };
    expect(run(review, back, back, back, back, other).nomination).toEqual(none);
  });

  it("gives another slip empty questions", () => {
    const back: FlowEvent = { type: "back" };
    const other = run(atReview, back, back, back, back, {
      type: "admit",
      seatCode: "OTHER",
      form: 1,
    });
    expect(other).toMatchObject({ screen: "question", answers: [null, null, null] });
  });

  it("keeps nothing of the answers or the code once they are sent", () => {
    const done = run(
      atReview,
      { type: "send" },
      { type: "sealed" },
      { type: "sent", receipts: ["R"] },
    );
    expect(done).toEqual({ ...startFlow(3), screen: "done", receipts: ["R"], moves: 6 });
  });

  it("sends the sealed ballot again with another code, without the questions", () => {
    const stopped = run(
      atReview,
      { type: "send" },
      { type: "sealed" },
      { type: "stop", code: "used" },
    );
    expect(stopped).toMatchObject({ screen: "stopped", stopped: "used" });
    expect(run(stopped, { type: "send" })).toMatchObject({ screen: "sending", stopped: null });
    const slip = run(stopped, { type: "other-code" });
    expect(slip).toMatchObject({ screen: "seat", seatCode: "" });
    expect(run(slip, { type: "admit", seatCode: "NEW", form: 1 })).toMatchObject({
      screen: "sending",
    });
  });
});

const event: fc.Arbitrary<FlowEvent> = fc.oneof(
  fc.constantFrom<FlowEvent[]>(
    admit,
    { type: "next" },
    { type: "change-words" },
    { type: "change-nomination" },
    { type: "be", own: 2 },
    { type: "be", own: null },
    { type: "name", number: 1, named: true },
    { type: "name", number: 2, named: true },
    { type: "name", number: 1, named: false },
    { type: "write", text: "the bus" },
    { type: "back" },
    { type: "send" },
    { type: "sealed" },
    { type: "other-code" },
    { type: "start-over" },
    { type: "stop", code: "network" },
    { type: "sent", receipts: ["R"] },
  ),
  fc.record({ type: fc.constant("answer" as const), value: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ type: fc.constant("change" as const), question: fc.nat(2) }),
);

const extras = fc.record<Extras>({
  words: fc.constantFrom("" as const, null),
  nomination: fc.constantFrom({ own: null, named: [] }, null),
});

describe("whatever is tapped, in whatever order", () => {
  it("stays inside the questions and counts every change of screen", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), extras, (events, asked) => {
        let flow = startFlow(3, "", asked);
        for (const each of events) {
          const after = nextFlow(flow, each);
          expect(after.question).toBeGreaterThanOrEqual(0);
          expect(after.question).toBeLessThan(3);
          expect(after.answers).toHaveLength(3);
          // What is on the screen can always be sealed.
          if (after.nomination !== null) encodeNomination(after.nomination);
          if (after.screen !== flow.screen || after.question !== flow.question) {
            expect(after.moves).toBe(flow.moves + 1);
          }
          flow = after;
        }
      }),
    );
  });

  it("sends only after a tap on send or on a new code", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), extras, (events, asked) => {
        let flow = startFlow(3, "", asked);
        for (const each of events) {
          const after = nextFlow(flow, each);
          if (after.screen === "sending" && flow.screen !== "sending") {
            expect(["send", "admit"]).toContain(each.type);
          }
          flow = after;
        }
      }),
    );
  });
});
