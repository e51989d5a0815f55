/** A set-up step that a person has to act on. Its message says what to do and is shown without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
