/** Longest name and message, in characters as a browser counts them for `maxlength`. */
export const LONGEST_NAME = 80;
export const LONGEST_MESSAGE = 500;

/** new: nobody has looked; seen: somebody knows; done: the student was talked to. */
export const REQUEST_STATES = ["new", "seen", "done"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Where a request can go from each state. One that is done can be taken up again. */
export const NEXT_STATES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  new: ["seen", "done"],
  seen: ["done"],
  done: ["seen"],
};

/** Days after which a request that is done is deleted. */
export const DONE_KEPT_DAYS = 90;

/** What a student typed, as it may be kept; or which field must change. */
export type ReadRequest =
  | { readonly ok: true; readonly name: string; readonly message: string }
  | { readonly ok: false; readonly name?: "missing" | "too-long"; readonly message?: "too-long" };

/**
 * Reads the form. A name is one line; a message keeps its line breaks. Control characters go: the database takes no
 * NUL, and text that turns itself round in a staff page helps nobody.
 */
export function readRequest(typed: {
  readonly name: string;
  readonly message: string;
}): ReadRequest {
  const name = typed.name.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim();
  const message = typed.message
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
  const badName = name === "" ? "missing" : name.length > LONGEST_NAME ? "too-long" : undefined;
  const badMessage = message.length > LONGEST_MESSAGE ? "too-long" : undefined;
  if (badName === undefined && badMessage === undefined) return { ok: true, name, message };
  return {
    ok: false,
    ...(badName === undefined ? {} : { name: badName }),
    ...(badMessage === undefined ? {} : { message: badMessage }),
  };
}
