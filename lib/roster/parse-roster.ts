import { isCalendarDay } from "@/lib/roster/cell-reader";
import { parseEnrollments } from "@/lib/roster/parse-enrollments";
import { parsePeople11, parsePeople12 } from "@/lib/roster/parse-people";
import { parseAcademicSessions, parseClasses, parseOrgs } from "@/lib/roster/parse-places";
import type { ParseContext, RowSource } from "@/lib/roster/parse-rows";
import type { ParsedRoster } from "@/lib/roster/parsed";
import { readManifest } from "@/lib/roster/read-manifest";
import { NoticeBook } from "@/lib/roster/report";
import type { RosterProblem, SkippedRow } from "@/lib/roster/report";
import type { DataFileName, RosterTexts } from "@/lib/roster/types";

export type ParseResult =
  { ok: true; roster: ParsedRoster } | { ok: false; problems: RosterProblem[] };

/** How many refused rows a "nothing left" report quotes. */
const quotedRows = 20;

/**
 * Reads OneRoster CSV texts row by row. References between files are checked by diffRoster, which
 * knows the roster that changes (delta files) refer to. `today` is YYYY-MM-DD in the school's time
 * zone; enrollments that ended before it are leaving. A bad row is skipped and told; errors that
 * stop the import: badManifest, unsupportedVersion, missingFile, unreadableCsv, missingColumn,
 * duplicateColumn, noRowsLeft. Throws when `today` is no date.
 */
export function parseRoster(texts: RosterTexts, options: { today: string }): ParseResult {
  if (!isCalendarDay(options.today)) throw new Error(`today is not YYYY-MM-DD: ${options.today}`);
  const book = new NoticeBook();
  const read = readManifest(texts, book);
  if (!read.ok) return read;
  const { version, modes } = read.manifest;
  const skipped: SkippedRow[] = [];
  const problems: RosterProblem[] = [];
  const context: ParseContext = { version, today: options.today, book, skipped, problems };
  const source = (name: DataFileName): RowSource => ({
    name,
    text: texts[name] ?? null,
    mode: modes[name],
  });
  const orgs = parseOrgs(source("orgs"), context);
  const academicSessions = parseAcademicSessions(source("academicSessions"), context);
  const classes = parseClasses(source("classes"), context);
  const { people, roleOnly } =
    version === "1.1"
      ? parsePeople11(source("users"), context)
      : parsePeople12(source("users"), source("roles"), context);
  const enrollments = parseEnrollments(source("enrollments"), context);
  if (problems.length > 0) return { ok: false, problems };
  const files = [orgs, academicSessions, classes, people, enrollments];
  const usable = files.reduce((sum, file) => sum + file.rows.length + file.leaving.size, 0);
  if (usable + roleOnly.length === 0) return { ok: false, problems: nothingLeft(skipped) };
  const roster: ParsedRoster = {
    version,
    modes,
    orgs,
    academicSessions,
    classes,
    people,
    roleOnly,
    enrollments,
    skipped,
    notices: book.list(),
  };
  return { ok: true, roster };
}

function nothingLeft(skipped: readonly SkippedRow[]): RosterProblem[] {
  const first: RosterProblem = {
    code: "noRowsLeft",
    file: "",
    message:
      skipped.length === 0
        ? "The files hold no rows, only column names. Nothing was changed."
        : `None of the rows could be used (${String(skipped.length)} were refused). Nothing was changed.`,
  };
  const quoted = skipped.slice(0, quotedRows).map(({ file, line, column, reason }) => ({
    code: "noRowsLeft" as const,
    file,
    line,
    ...(column === null ? {} : { column }),
    message: reason,
  }));
  return [first, ...quoted];
}
