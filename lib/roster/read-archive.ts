import { decodeCsvText } from "@/lib/roster/decode-text";
import { ARCHIVE_LIMITS, isZip, unzipSafely } from "@/lib/roster/unzip-safely";
import type { ArchiveLimits, NamedBytes } from "@/lib/roster/unzip-safely";
import { classifyName, isUnsafePath } from "@/lib/roster/file-names";
import { NoticeBook } from "@/lib/roster/report";
import type { RosterNotice, RosterProblem } from "@/lib/roster/report";
import type { RosterTexts } from "@/lib/roster/types";

export type ArchiveResult =
  | { ok: true; texts: RosterTexts; notices: RosterNotice[] }
  | { ok: false; problems: RosterProblem[] };

/**
 * Takes what a user uploaded (one OneRoster zip, or its CSV files) and gives the CSV texts that
 * Hearth reads. demographics.csv and userProfiles.csv are never opened, not even decompressed.
 * Errors: every RosterProblem code from "noFiles" to "unreadableEncoding" but "missingFile".
 */
export function readRosterArchive(
  files: readonly NamedBytes[],
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): ArchiveResult {
  const first = files[0];
  if (!first) return fail("noFiles", "", "No file was chosen.");
  const zips = files.filter((file) => isZip(file.bytes));
  const fake = files.find((file) => /\.zip$/i.test(file.name) && !isZip(file.bytes));
  if (fake) {
    return fail(
      "notAZip",
      fake.name,
      `${fake.name} is named .zip but is not a zip file. Export it again, or upload the CSV files themselves.`,
    );
  }
  if (zips.length > 0 && files.length > 1) {
    return fail(
      "mixedUpload",
      first.name,
      "Upload either one zip or the CSV files, not both and not several zips.",
    );
  }
  if (zips.length === 0) return readNamedFiles(files, limits, "");
  const unzipped = unzipSafely(first, limits);
  if (!unzipped.ok) return { ok: false, problems: [unzipped.problem] };
  return readNamedFiles(unzipped.entries, limits, first.name);
}

function readNamedFiles(
  files: readonly NamedBytes[],
  limits: ArchiveLimits,
  container: string,
): ArchiveResult {
  if (files.length > limits.maxEntries) {
    return fail(
      "tooManyEntries",
      container,
      `More than ${String(limits.maxEntries)} files were uploaded; a roster has about ten.`,
    );
  }
  const total = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (total > limits.maxTotalBytes) {
    return fail(
      "zipTooLarge",
      container,
      `The files hold more than ${String(Math.floor(limits.maxTotalBytes / 1024 / 1024))} MB.`,
    );
  }
  const book = new NoticeBook();
  const texts: RosterTexts = {};
  const problems: RosterProblem[] = [];
  for (const file of files) {
    if (isUnsafePath(file.name)) {
      return fail(
        "unsafePath",
        file.name,
        `The file name “${file.name}” points outside the upload. Nothing was read.`,
      );
    }
    const kind = classifyName(file.name);
    if (kind.kind === "private") {
      book.note(
        "privateFileNotRead",
        kind.fileName,
        null,
        `${kind.fileName} was not opened: a roster import never reads it.`,
      );
    } else if (kind.kind === "other") {
      book.note(
        "fileIgnored",
        kind.fileName,
        null,
        `${kind.fileName} is not part of a roster and was ignored.`,
      );
    }
    if (kind.kind !== "roster") continue;
    if (texts[kind.name] !== undefined) {
      return fail(
        "duplicateFile",
        kind.fileName,
        `${kind.name}.csv is there twice. Upload one copy.`,
      );
    }
    if (!kind.exact) {
      book.note(
        "fileNameCase",
        kind.fileName,
        null,
        `${kind.fileName} was read as ${kind.name}.csv.`,
      );
    }
    const decoded = decodeCsvText(`${kind.name}.csv`, file.bytes);
    if (decoded.ok) texts[kind.name] = decoded.text;
    else problems.push(decoded.problem);
  }
  if (problems.length > 0) return { ok: false, problems };
  if (Object.keys(texts).length === 0) {
    return fail(
      "noRosterFiles",
      container,
      "No OneRoster file was found. Expected manifest.csv, orgs.csv, users.csv, classes.csv and enrollments.csv.",
    );
  }
  return { ok: true, texts, notices: book.list() };
}

function fail(code: RosterProblem["code"], file: string, message: string): ArchiveResult {
  return { ok: false, problems: [{ code, file, message }] };
}
