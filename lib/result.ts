/** An expected outcome: a value, or a code that the page translates. A broken invariant throws. */
export type Result<T, Code extends string = string> = Success<T> | Failure<Code>;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  /** Names of fields with what is wrong with them, in plain words. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Values for the message of the code, such as a time or a count. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failure<Code extends string>(
  code: Code,
  more: Omit<Failure<Code>, "ok" | "code"> = {},
): Failure<Code> {
  return { ok: false, code, ...more };
}
