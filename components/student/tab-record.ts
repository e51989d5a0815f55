import { checkCode } from "@/lib/ballots/wire/admission-code";
import { isNomination, type Nomination } from "@/lib/ballots/wire/nomination";
import { type Extras, type Flow, NO_EXTRAS, startFlow } from "./flow";

/**
 * What a tab remembers, so that a reload loses nothing; locked before it is stored (`device/draft.ts`).
 *
 * Until the ballot is sealed it holds the answers: the alternative is that a child whose phone reloads the page starts
 * over. Then they are taken out, and it says only which entry of the outbox is this student's. When that is cast, or the
 * wave has closed, everything goes.
 *
 * The seat code is kept with it, so that on a shared device the next student, who has another slip, does not land in the
 * middle of the last one's answers (see {@link resumeFrom}).
 */
export interface TabRecord {
  readonly seatCode: string;
  /** The hash printed on the slip, when the student came by its QR code. */
  readonly printedHash: string | null;
  readonly question: number;
  readonly review: boolean;
  /** The form that was dealt: answers stand by place on it. */
  readonly form: number;
  /** Null once sealed. */
  readonly answers: readonly (number | null)[] | null;
  /** Null once sealed, and where nobody is asked for any. */
  readonly words: string | null;
  /** By number, without a name; null once sealed, and where the class is not asked. */
  readonly nomination: Nomination | null;
  /** The entry of the outbox that holds this student's ballots, once sealed. */
  readonly sealed: string | null;
}

const STAYS = "hearth-stays";

/** The part of `Storage` that is used. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Says that the next load of this page is by the same person: they chose another language. */
export function announceStay(storage: TabStorage): void {
  storage.setItem(STAYS, "1");
}

/** Whether the last page said so; asked once. */
export function takeStay(storage: TabStorage): boolean {
  const stays = storage.getItem(STAYS) !== null;
  storage.removeItem(STAYS);
  return stays;
}

/**
 * Where to begin. The record is taken up by whoever brings its seat code, and by whoever reloads the page;
 * to anybody else it does not exist. `keep`: the record still belongs to this visit.
 * @param arrival seat code of the address, if any; whether this load is a reload, "back" or a language change
 * @param form a newly dealt one, for whoever starts afresh
 */
export function resumeFrom(
  record: TabRecord | null,
  arrival: { readonly seatCode: string | null; readonly sameVisit: boolean },
  items: number,
  extras = NO_EXTRAS,
  form = 1,
): { readonly flow: Flow; readonly keep: boolean } {
  const { seatCode, sameVisit } = arrival;
  const same = record !== null && (seatCode === null ? sameVisit : seatCode === record.seatCode);
  if (!same) {
    return { flow: atBeginning(startFlow(items, seatCode ?? "", extras, form)), keep: false };
  }
  return { flow: flowOf(record, items, extras), keep: true };
}

/** Who brings a code that can be one is asked the first question at once; a code with a mistake is shown to its owner. */
function atBeginning(flow: Flow): Flow {
  return checkCode("seat", flow.seatCode).ok ? { ...flow, screen: "question" } : flow;
}

/** The state in which a record was left. Sealed ballots go on being sent. */
export function flowOf(record: TabRecord, items: number, extras: Extras = NO_EXTRAS): Flow {
  const start = startFlow(items, record.seatCode, extras, record.form);
  if (record.sealed !== null) return { ...start, screen: "sending", sealed: true };
  if (record.seatCode === "" || record.answers === null) return start;
  const { answers, question, review } = record;
  // Nothing was done yet: the first screen says what this is.
  if (!review && question === 0 && answers.every((answer) => answer === null)) {
    return atBeginning(start);
  }
  const words = extras.words === null ? null : (record.words ?? "");
  const nomination = extras.nomination === null ? null : (record.nomination ?? extras.nomination);
  return { ...start, words, nomination, answers, question, screen: review ? "review" : "question" };
}

/** Reads a record; null for anything else (an older release, another number of questions). */
export function parseRecord(value: unknown, items: number): TabRecord | null {
  if (typeof value !== "object" || value === null) return null;
  const { seatCode, printedHash, question, review, form, answers, words, nomination, sealed } =
    value as Record<keyof TabRecord, unknown>;
  if (typeof seatCode !== "string" || typeof review !== "boolean") return null;
  if (printedHash !== null && typeof printedHash !== "string") return null;
  if (typeof question !== "number" || !Number.isInteger(question)) return null;
  if (question < 0 || question >= items) return null;
  if (typeof form !== "number" || !Number.isInteger(form) || form < 1) return null;
  if (answers !== null && !isAnswers(answers, items)) return null;
  if (words !== null && typeof words !== "string") return null;
  if (nomination !== null && !isNomination(nomination)) return null;
  if (sealed !== null && typeof sealed !== "string") return null;
  const kept = { seatCode, printedHash, question, review, form, sealed };
  if (sealed !== null) return { ...kept, answers: null, words: null, nomination: null };
  return { ...kept, answers, words, nomination };
}

function isAnswers(value: unknown, items: number): value is (number | null)[] {
  if (!Array.isArray(value) || value.length !== items) return false;
  return value.every((one) => one === null || (Number.isInteger(one) && one >= 1 && one <= 7));
}
