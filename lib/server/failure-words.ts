/**
 * One table of what a refusal is called on a page and which status it has over HTTP. "Forbidden" and
 * "missing" look alike from outside: a guesser must not learn what exists.
 */
interface FailureWords {
  readonly status: number;
  readonly message: string;
}

const MISSING: FailureWords = {
  status: 404,
  message: "This is not here, or it is not yours to see.",
};

const WORDS: Readonly<Record<string, FailureWords>> = {
  forbidden: MISSING,
  missing: MISSING,
  invalid: { status: 422, message: "Something needs correcting below." },
  "signed-out": { status: 401, message: "Your session has ended. Sign in again." },
  "already-set-up": {
    status: 409,
    message:
      "This district is set up already. Sign in, or ask its administrator for an invitation.",
  },
  "has-account": {
    status: 409,
    message: "Somebody with this e-mail address has an account already.",
  },
  "not-on-roster": {
    status: 422,
    message:
      "No teacher on the roster has this e-mail address. Import the roster first, or choose the teacher from the list.",
  },
  "own-account": { status: 409, message: "You cannot disable your own account." },
  "not-demo": {
    status: 409,
    message: "This is not a demonstration district: nothing was removed.",
  },
  "already-planned": { status: 409, message: "This pulse is planned already." },
  "no-students": { status: 422, message: "None of these classes has a student on the roster." },
  "not-open": { status: 409, message: "This pulse is not open." },
  closed: { status: 410, message: "This pulse is closed. Its slips are worth nothing now." },
  "flag-transition": { status: 409, message: "The flag has moved on. Look again." },
};

/** Words and status for a code; an unknown code is a fault of ours and says so. */
export function failureWords(code: string): FailureWords {
  return (
    WORDS[code] ?? { status: 500, message: "That did not work. Nothing was changed. Try again." }
  );
}
