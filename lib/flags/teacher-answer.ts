/** What a teacher can say to a flag at one press; "other" in words of their own only. */
export const ANSWER_KINDS = [
  "seating-plan",
  "illness",
  "trip",
  "new-faces",
  "trouble",
  "at-work",
  "data",
  "unsure",
  "other",
] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const MOST_ANSWER_CHARACTERS = 300;

/** The answer of a teacher of the class: the newest one. */
export interface TeacherAnswer {
  readonly kind: AnswerKind;
  /** In their own words; may be empty but for "other". */
  readonly words: string;
  /** Null when the account is gone. */
  readonly accountId: string | null;
  readonly at: Date;
}

const SENTENCES: Readonly<Record<Exclude<AnswerKind, "other">, string>> = {
  "seating-plan": "We had a new seating plan.",
  illness: "An illness went round.",
  trip: "There was a trip or an event.",
  "new-faces": "The class has changed: new students, another room or another teacher.",
  trouble: "There is trouble in the class.",
  "at-work": "I know, and something is being done.",
  data: "The attendance figures look wrong.",
  unsure: "I do not know yet.",
};

/** Each suggestion as the teacher reads it. */
export const ANSWER_WORDS: Readonly<Record<AnswerKind, string>> = {
  ...SENTENCES,
  other: "Something else",
};

/** The whole answer as others read it. */
export function answerSentence({ kind, words }: Pick<TeacherAnswer, "kind" | "words">): string {
  if (kind === "other") return words;
  return words === "" ? SENTENCES[kind] : `${SENTENCES[kind]} ${words}`;
}
