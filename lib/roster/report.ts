/** What an import tells its user: problems stop it, skipped rows and notices do not. */

export type RosterProblemCode =
  | "noFiles"
  | "notAZip"
  | "damagedZip"
  | "zipTooLarge"
  | "tooManyEntries"
  | "unsafePath"
  | "duplicateFile"
  | "mixedUpload"
  | "noRosterFiles"
  | "missingFile"
  | "unreadableEncoding"
  | "unreadableCsv"
  | "missingColumn"
  | "duplicateColumn"
  | "badManifest"
  | "unsupportedVersion"
  | "noRowsLeft";

/** A fatal problem. Lines count from 1, the header is line 1. */
export interface RosterProblem {
  code: RosterProblemCode;
  file: string;
  line?: number;
  column?: string;
  message: string;
}

export type SkipCode =
  | "badQuotes"
  | "wrongColumnCount"
  | "requiredValueMissing"
  | "badValue"
  | "badDate"
  | "datesOutOfOrder"
  | "duplicateId"
  | "unknownReference"
  | "noRole"
  | "phantomClass";

/** One row that was left out, and why, in words for the person who can correct it. */
export interface SkippedRow {
  file: string;
  line: number;
  column: string | null;
  code: SkipCode;
  reason: string;
}

/** Something accepted although it is not by the book. `line` is the first of `count` places. */
export interface RosterNotice {
  code: string;
  file: string;
  line: number | null;
  count: number;
  message: string;
}

/** Collects notices; the same thing said twice about one file becomes one notice with a count. */
export class NoticeBook {
  readonly #notices = new Map<string, RosterNotice>();

  note(code: string, file: string, line: number | null, message: string): void {
    const key = `${code}\n${file}\n${message}`;
    const known = this.#notices.get(key);
    if (known) known.count += 1;
    else this.#notices.set(key, { code, file, line, count: 1, message });
  }

  list(): RosterNotice[] {
    return [...this.#notices.values()].map((notice) => ({ ...notice }));
  }
}
