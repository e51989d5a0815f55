import type { StopCode } from "./stop-codes";
import { MOST_NAMED, type Nomination, NO_NOMINATION } from "@/lib/ballots/wire/nomination";

export type Screen =
  | "seat"
  | "question"
  | "nominations"
  | "words"
  | "review"
  | "sending"
  /** Sealed, and no network: it goes out by itself. */
  | "waiting"
  | "stopped"
  | "done";

/** What is asked beside the questions: "" and an empty nomination where it is, null where not. */
export interface Extras {
  readonly words: "" | null;
  readonly nomination: Nomination | null;
}

export const NO_EXTRAS: Extras = { words: null, nomination: null };

/** Where a student is. One thing a screen. */
export interface Flow {
  readonly screen: Screen;
  /** The item shown, from 0. */
  readonly question: number;
  /** Which of the instrument's forms was dealt, from 1; only the sealed answers tell anybody else. */
  readonly form: number;
  /** By place on the form: a scale point, or null where nothing is chosen (which is allowed). */
  readonly answers: readonly (number | null)[];
  /** In the student's own words; null where nobody is asked for any. */
  readonly words: string | null;
  /** Who the student is and whom they named, by number; null where the class is not asked. */
  readonly nomination: Nomination | null;
  readonly seatCode: string;
  /** Opened from the review: the next step leads back there. */
  readonly toReview: boolean;
  /** The ballot is sealed and blinded: it can be sent again, and not changed any more. */
  readonly sealed: boolean;
  readonly stopped: StopCode | null;
  /** Hashes of the ballots that were cast, in hexadecimal. */
  readonly receipts: readonly string[];
  /** Counts changes of screen: the heading takes the focus from the first one on. */
  readonly moves: number;
}

export type FlowEvent =
  | { readonly type: "resume"; readonly flow: Flow }
  /** `form`: a newly dealt one, for a student who is not the last one. */
  | { readonly type: "admit"; readonly seatCode: string; readonly form: number }
  | { readonly type: "answer"; readonly value: number }
  | { readonly type: "write"; readonly text: string }
  | { readonly type: "be"; readonly own: number | null }
  /** Names a classmate, or takes it back. */
  | { readonly type: "name"; readonly number: number; readonly named: boolean }
  | { readonly type: "next" }
  | { readonly type: "back" }
  | { readonly type: "change"; readonly question: number }
  | { readonly type: "change-words" }
  | { readonly type: "change-nomination" }
  | { readonly type: "send" }
  | { readonly type: "sealed" }
  | { readonly type: "wait" }
  | { readonly type: "stop"; readonly code: StopCode }
  | { readonly type: "other-code" }
  | { readonly type: "start-over" }
  | { readonly type: "sent"; readonly receipts: readonly string[] };

/** @param items questions on each form */
export function startFlow(items: number, seatCode = "", extras = NO_EXTRAS, form = 1): Flow {
  return {
    screen: "seat",
    question: 0,
    form,
    answers: Array.from({ length: items }, () => null),
    words: extras.words,
    nomination: extras.nomination,
    seatCode,
    toReview: false,
    sealed: false,
    stopped: null,
    receipts: [],
    moves: 0,
  };
}

/** The next state. An event that does not belong to the screen (a second tap, a late timer) changes nothing. */
export function nextFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case "resume":
      return event.flow;
    case "admit":
      if (flow.screen !== "seat") return flow;
      return admit(flow, event.seatCode, event.form);
    case "answer":
      if (flow.screen !== "question") return flow;
      return {
        ...flow,
        answers: flow.answers.map((was, item) => (item === flow.question ? event.value : was)),
      };
    case "write":
      return flow.screen === "words" ? { ...flow, words: event.text } : flow;
    case "be":
    case "name":
      if (flow.screen !== "nominations" || flow.nomination === null) return flow;
      return { ...flow, nomination: nominate(flow.nomination, event) };
    case "next":
      return goOn(flow);
    case "back":
      return goBack(flow);
    case "change":
      if (flow.screen !== "review") return flow;
      return { ...move(flow, "question"), question: event.question, toReview: true };
    case "change-words":
      if (flow.screen !== "review" || flow.words === null) return flow;
      return { ...move(flow, "words"), toReview: true };
    case "change-nomination":
      if (flow.screen !== "review" || flow.nomination === null) return flow;
      return { ...move(flow, "nominations"), toReview: true };
    case "send":
      if (!["review", "stopped", "waiting"].includes(flow.screen)) return flow;
      return move(flow, "sending");
    case "sealed":
      return { ...flow, sealed: true };
    case "wait":
      return flow.screen === "sending" && flow.sealed ? move(flow, "waiting") : flow;
    case "stop":
      if (flow.screen !== "sending") return flow;
      return { ...move(flow, "stopped"), stopped: event.code };
    case "other-code":
      return flow.screen === "stopped" ? { ...move(flow, "seat"), seatCode: "" } : flow;
    case "start-over":
      return { ...move(emptied(flow), "seat", flow) };
    case "sent":
      if (flow.screen !== "sending") return flow;
      // Nothing of the answers stays, not even in memory.
      return { ...move(emptied(flow), "done", flow), receipts: event.receipts };
  }
}

function admit(flow: Flow, seatCode: string, form: number): Flow {
  if (flow.sealed) return { ...move(flow, "sending"), seatCode };
  // Another slip than before is another student: they get empty questions, and a form of their own.
  const other = flow.seatCode !== "" && flow.seatCode !== seatCode;
  const from = other ? { ...emptied(flow), form } : flow;
  return { ...move(from, "question", flow), seatCode };
}

function emptied(flow: Flow): Flow {
  const extras = {
    words: flow.words === null ? null : ("" as const),
    nomination: flow.nomination === null ? null : NO_NOMINATION,
  };
  return startFlow(flow.answers.length, "", extras, flow.form);
}

/** Who says nobody names nobody; naming oneself or a sixth changes nothing. */
function nominate(
  { own, named }: Nomination,
  event: Extract<FlowEvent, { type: "be" | "name" }>,
): Nomination {
  if (event.type === "be") {
    if (event.own === null) return NO_NOMINATION;
    return { own: event.own, named: named.filter((number) => number !== event.own) };
  }
  const { number } = event;
  const others = named.filter((one) => one !== number);
  if (!event.named) return { own, named: others };
  if (own === null || own === number || others.length >= MOST_NAMED) return { own, named };
  return { own, named: [...others, number].sort((a, b) => a - b) };
}

/** The screens after the last question, in their order. */
function laterScreens({ nomination, words }: Flow): readonly Screen[] {
  return [
    ...(nomination === null ? [] : (["nominations"] as const)),
    ...(words === null ? [] : (["words"] as const)),
    "review",
  ];
}

function goOn(flow: Flow): Flow {
  const later = laterScreens(flow);
  const at = later.indexOf(flow.screen);
  if (flow.screen !== "question" && (at === -1 || flow.screen === "review")) return flow;
  if (flow.toReview) return { ...move(flow, "review"), toReview: false };
  const last = flow.question === flow.answers.length - 1;
  if (flow.screen !== "question" || last) return move(flow, later[at + 1] ?? "review");
  return { ...move(flow, "question"), question: flow.question + 1 };
}

function goBack(flow: Flow): Flow {
  const later = laterScreens(flow);
  const at = later.indexOf(flow.screen);
  if (flow.screen !== "question" && at === -1) return flow;
  if (flow.toReview) return { ...move(flow, "review"), toReview: false };
  if (at > 0) return move(flow, later[at - 1] ?? "review");
  if (at === 0) return { ...move(flow, "question"), question: flow.answers.length - 1 };
  if (flow.question === 0) return move(flow, "seat");
  return { ...move(flow, "question"), question: flow.question - 1 };
}

function move(flow: Flow, screen: Screen, before: Flow = flow): Flow {
  return { ...flow, screen, stopped: null, moves: before.moves + 1 };
}
