/**
 * One opened ballot: the only form in which answers can be read anywhere in Hearth.
 *
 * May be imported by lib/disclosure and lib/services/waves/seal-wave.ts, and by nothing else (the lint
 * step fails otherwise). It lives in memory while a wave is sealed; it is never stored, logged or sent.
 */
export type Answers = {
  /** The group whose ballot this is, for example "class:7A". There is no student here to name. */
  readonly group: string;
  /** Answer code for each question id. A question that was skipped, or not on this form, has no entry. */
  readonly values: ReadonlyMap<string, number>;
};
