import type { Failure } from "@/lib/result";

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
  "no-such-school": { status: 422, message: "Choose schools from the list." },
  locked: {
    status: 429,
    message: "Too many tries with a wrong password. Try again later: minutes to wait, {minutes}.",
  },
  "no-mail": {
    status: 409,
    message: "No mail can be sent from here: no mail server is set, or this is a demonstration.",
  },
  "own-account": { status: 409, message: "You cannot disable your own account." },
  "own-password": {
    status: 409,
    message: "Change your own password on the page of your account.",
  },
  "account-disabled": {
    status: 409,
    message: "This account is disabled. Enable it first, then make a new password link.",
  },
  "not-demo": {
    status: 409,
    message: "This is not a demonstration district: nothing was removed.",
  },
  "already-planned": { status: 409, message: "This pulse is planned already." },
  "no-students": {
    status: 422,
    message: "None of these classes has a student on the roster who takes part in pulses.",
  },
  "student-twice": { status: 422, message: "These classes share students." },
  "class-busy": { status: 409, message: "A class can be in one pulse at a time." },
  "waits-for-trustees": {
    status: 409,
    message: "This pulse waits until all three trustees have taken their part of its key.",
  },
  "share-gone": {
    status: 410,
    message: "This part of the key is not on the server any more, or not yet. Reload the page.",
  },
  "not-asked": {
    status: 409,
    message: "Nobody is asked for a code of this pulse now. Reload the page.",
  },
  "too-many-codes": {
    status: 429,
    message: "Too many tries with a wrong code. Try again later: minutes to wait, {minutes}.",
  },
  "shares-do-not-fit": {
    status: 409,
    message:
      "Your code is right, and still it does not give the key of this pulse together with the first one: something on the server was changed. The pulse stays closed. Tell whoever runs Hearth.",
  },
  "not-stuck": {
    status: 409,
    message: "This pulse is on its way to its results. Nothing was destroyed.",
  },
  "not-planned": { status: 409, message: "This pulse is not waiting to open." },
  opened: { status: 409, message: "This pulse has opened: close it instead." },
  "not-open": { status: 409, message: "This pulse is not open." },
  "slip-collected": {
    status: 409,
    message:
      "This student has collected their ballots already, so there is no new code for them. Nothing was changed.",
  },
  closed: { status: 410, message: "This pulse is closed. Its slips are worth nothing now." },
  "flag-transition": { status: 409, message: "The flag has moved on. Look again." },
  "flag-closed": {
    status: 409,
    message: "This flag is closed by now. Reload the page to read what was found.",
  },
  "flag-held": {
    status: 409,
    message: "Somebody was faster. Reload the page. Who has this flag now: {name}.",
  },
  "not-snoozed": { status: 409, message: "This flag does not rest any more. Reload the page." },
  "plan-over": {
    status: 409,
    message: "This plan is over. It stays as it is; you can start a new one.",
  },
  "step-done": { status: 409, message: "This step is marked as done already. Reload the page." },
  "plan-running": {
    status: 409,
    message: "This class tries this already. Finish or stop that plan first.",
  },
  "request-moved": { status: 409, message: "Somebody has moved this on. Reload the page." },
  "no-recording": { status: 409, message: "There is no recording any more. Reload the page." },
  "invalid-upload": {
    status: 422,
    message: "This upload does not say what it is. Reload the page.",
  },
  "upload-failed": {
    status: 500,
    message: "The file did not arrive whole. Nothing was changed. Try again.",
  },
  "too-large": {
    status: 413,
    message:
      "The file is too large: a roster or demographics may have 100 MB, attendance 400 MB, choices of families 20 MB, a calendar 5 MB. Send a shorter period.",
  },
  empty: { status: 422, message: "The file is empty. Export it again." },
  "file-changed": {
    status: 409,
    message: "The uploaded file is not there any more as it was. Upload it again.",
  },
  "roster-problems": {
    status: 422,
    message: "The file cannot be used as it is. Nothing was changed. Reload the page to see why.",
  },
  "confirm-leaving": {
    status: 422,
    message: "Many students would leave. Tick the box to say that this is right.",
  },
  "unreadable-mapping": {
    status: 422,
    message: "The file cannot be read with these columns. Choose again.",
  },
  "nothing-usable": {
    status: 422,
    message: "No row of the file can be used. Nothing was changed.",
  },
  "demographics-problems": {
    status: 422,
    message: "The file cannot be read with these columns. Nothing was changed. Choose again.",
  },
  "zip-unreadable": {
    status: 422,
    message: "The zip cannot be unpacked: damaged, cut off, or protected by a password.",
  },
  "zip-without-demographics": {
    status: 422,
    message:
      "There is no demographics.csv in this zip or workbook. Upload the CSV file itself; from a spreadsheet, save it as CSV (UTF-8) first.",
  },
  "participation-problems": {
    status: 422,
    message: "The file cannot be used as it is. Nothing was changed. Reload the page to see why.",
  },
  "calendar-problems": {
    status: 422,
    message: "The calendar cannot be used as it is. Nothing was changed.",
  },
};

/** The message of a refusal, with the values it names filled in. */
export function failureMessage(failure: Failure): string {
  return failureWords(failure.code).message.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    String(failure.detail?.[name] ?? ""),
  );
}

/** Words and status for a code; an unknown code is a fault of ours and says so. */
export function failureWords(code: string): FailureWords {
  return (
    WORDS[code] ?? { status: 500, message: "That did not work. Nothing was changed. Try again." }
  );
}
