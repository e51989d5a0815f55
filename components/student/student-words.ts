import type { StopCode } from "./stop-codes";

/** A place on a form, whatever is asked there. */
export interface QuestionPlace {
  /** "Question 2 of 6" */
  readonly progress: string;
  /** "Change your answer to question 2" */
  readonly change: string;
}

/** What is said with an item, wherever it stands. */
export interface QuestionText {
  readonly text: string;
  /** The language it is said in: English where an instrument has no translation. */
  readonly spoken: string;
  /** "How often is this true for you?" Empty where the item asks something else. */
  readonly lead: string;
  /** From 1 upwards: the answers to choose from. */
  readonly labels: readonly string[];
  /** For those who cannot read yet: three faces, and read aloud without being asked. */
  readonly faces: boolean;
  /** Address of a person's recording of these words. */
  readonly recording?: string;
}

/** One item, ready to show. */
export interface QuestionView extends QuestionPlace, QuestionText {}

/** What is asked: every item of the instrument, the places on a form, and which items each form has. */
export interface Questionnaire {
  readonly items: readonly QuestionText[];
  readonly places: readonly QuestionPlace[];
  readonly forms: readonly { readonly id: number; readonly positions: readonly number[] }[];
}

/** Every sentence of the flow in the student's language, put together on the server. */
export interface FlowWords {
  readonly seat: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly start: string;
    readonly sendAgain: string;
    readonly problem: Readonly<Record<"empty" | "character" | "length" | "typo", string>>;
  };
  readonly question: {
    readonly back: string;
    readonly next: string;
    readonly skip: string;
    readonly toReview: string;
    readonly readAloud: string;
  };
  readonly nominations: {
    readonly title: string;
    readonly free: string;
    readonly sealed: string;
    readonly research: string;
    readonly loading: string;
    readonly noList: string;
    readonly tryAgain: string;
    readonly whoAreYou: string;
    readonly notSaid: string;
    readonly whom: string;
    /** By the number chosen: "2 of 5 chosen". */
    readonly chosen: readonly string[];
    readonly skip: string;
  };
  readonly words: {
    readonly title: string;
    readonly readers: string;
    readonly warning: string;
    readonly notHelp: string;
    readonly nothing: string;
  };
  readonly review: {
    readonly title: string;
    readonly yourAnswers: string;
    readonly change: string;
    readonly noAnswer: string;
    readonly yourWords: string;
    readonly noWords: string;
    readonly changeWords: string;
    readonly yourNomination: string;
    readonly noNomination: string;
    /** By the number named: "2 classmates". */
    readonly named: readonly string[];
    readonly changeNomination: string;
    readonly send: string;
    readonly noChangeAfter: string;
  };
  readonly sending: { readonly title: string; readonly whyWait: string };
  /** Sealed, and no network. */
  readonly waiting: {
    readonly title: string;
    readonly text: string;
    readonly leave: string;
    readonly sendNow: string;
    readonly next: string;
  };
  readonly stopped: {
    readonly title: string;
    readonly messages: Readonly<Record<StopCode, string>>;
    readonly closedGone: string;
    readonly tryAgain: string;
    readonly newSlip: string;
    readonly correctCode: string;
    readonly startOver: string;
  };
  readonly done: {
    readonly title: string;
    readonly canClose: string;
    readonly throwSlip: string;
    readonly cleared: string;
    readonly receipt: string;
    readonly receiptHint: string;
    readonly receiptLink: string;
  };
}
