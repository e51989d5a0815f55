import { readTable } from "@/lib/roster/read-table";
import type { NoticeBook, RosterProblem } from "@/lib/roster/report";
import type { DataFileName, FileMode, RosterTexts, RosterVersion } from "@/lib/roster/types";

export const dataFileNames: readonly DataFileName[] = [
  "orgs",
  "academicSessions",
  "classes",
  "users",
  "roles",
  "enrollments",
];

export interface Manifest {
  version: RosterVersion;
  modes: Record<DataFileName, FileMode>;
}

type ManifestResult = { ok: true; manifest: Manifest } | { ok: false; problems: RosterProblem[] };
type Property = { value: string; line: number };

/**
 * Version of the files and which of them are absent, full lists (bulk) or changes (delta). Without
 * a manifest the version follows from roles.csv, and every file is taken as a full list; notices
 * say so. Errors: badManifest, unsupportedVersion, missingFile.
 */
export function readManifest(texts: RosterTexts, book: NoticeBook): ManifestResult {
  const properties = new Map<string, Property>();
  if (texts.manifest === undefined) {
    book.note(
      "manifestMissing",
      "manifest.csv",
      null,
      "There is no manifest.csv; every file was taken as a full list.",
    );
  } else {
    const read = readTable("manifest.csv", texts.manifest);
    if (!read.ok) return { ok: false, problems: [{ ...read.problem, code: "badManifest" }] };
    const [broken] = read.table.broken;
    if (broken) return failure("badManifest", broken.line, `manifest.csv: ${broken.reason}`);
    // Some exports leave the line of column names out: it is a property like any other then.
    const rows = [{ line: 1, values: read.table.header }, ...read.table.rows];
    for (const { line, values } of rows) {
      const key = (values[0] ?? "").trim().toLowerCase();
      if (key !== "propertyname") properties.set(key, { value: (values[1] ?? "").trim(), line });
    }
  }
  const version = readVersion(properties.get("oneroster.version"), texts, book);
  if (typeof version !== "string") return version;
  const problems: RosterProblem[] = [];
  const modes = {} as Record<DataFileName, FileMode>;
  for (const name of dataFileNames) {
    const mode = readMode(name, properties.get(`file.${name.toLowerCase()}`), texts, version, book);
    if (typeof mode === "string") modes[name] = mode;
    else problems.push(mode);
  }
  if (problems.length === 0) problems.push(...missingCompanions(modes, version, texts));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, manifest: { version, modes } };
}

function readVersion(
  property: Property | undefined,
  texts: RosterTexts,
  book: NoticeBook,
): RosterVersion | { ok: false; problems: RosterProblem[] } {
  if (property === undefined || property.value === "") {
    const version = texts.roles === undefined ? "1.1" : "1.2";
    const why = texts.roles === undefined ? "there is no roles.csv" : "there is a roles.csv";
    book.note(
      "versionInferred",
      "manifest.csv",
      null,
      `The files do not say which OneRoster version they are; read as ${version} because ${why}.`,
    );
    return version;
  }
  const match = /^v?1\.([012])(\.\d+)*$/i.exec(property.value);
  if (match?.[1] === undefined) {
    return failure(
      "unsupportedVersion",
      property.line,
      `manifest.csv says OneRoster version “${property.value}”. Hearth reads 1.1 and 1.2.`,
    );
  }
  if (match[1] === "0")
    book.note("versionRead", "manifest.csv", property.line, "OneRoster 1.0 was read as 1.1.");
  return match[1] === "2" ? "1.2" : "1.1";
}

function readMode(
  name: DataFileName,
  property: Property | undefined,
  texts: RosterTexts,
  version: RosterVersion,
  book: NoticeBook,
): FileMode | RosterProblem {
  const file = `${name}.csv`;
  const present = texts[name] !== undefined;
  if (name === "roles" && version === "1.1") {
    if (present)
      book.note(
        "rolesIn11",
        file,
        null,
        "roles.csv does not belong to OneRoster 1.1; it was not read.",
      );
    return "absent";
  }
  const mode = property?.value.toLowerCase() ?? "";
  if (property === undefined || mode === "") {
    if (present && texts.manifest !== undefined) {
      book.note(
        "modeMissing",
        file,
        null,
        `manifest.csv does not mention ${file}; it was taken as a full list.`,
      );
    }
    return present ? "bulk" : "absent";
  }
  if (mode !== "absent" && mode !== "bulk" && mode !== "delta") {
    return {
      code: "badManifest",
      file: "manifest.csv",
      line: property.line,
      column: "value",
      message: `manifest.csv says “${property.value}” for ${file}. It must be absent, bulk or delta.`,
    };
  }
  if (mode !== "absent" && !present) {
    return {
      code: "missingFile",
      file,
      message: `manifest.csv promises ${file}, but it is not in the upload.`,
    };
  }
  if (mode === "absent" && present) {
    book.note(
      "absentButPresent",
      file,
      null,
      `manifest.csv says that ${file} is absent; the file was not read.`,
    );
  }
  return mode;
}

/** Files that make no sense without each other. Changes (delta) may come file by file. */
function missingCompanions(
  modes: Record<DataFileName, FileMode>,
  version: RosterVersion,
  texts: RosterTexts,
): RosterProblem[] {
  const needed: DataFileName[] = [];
  if (texts.manifest === undefined) needed.push("orgs", "classes", "users", "enrollments");
  if (version === "1.2" && modes.users === "bulk") needed.push("roles");
  return needed
    .filter((name) => modes[name] === "absent")
    .map((name) => ({
      code: "missingFile",
      file: `${name}.csv`,
      message: `${name}.csv is missing. A OneRoster ${version} upload needs it.`,
    }));
}

function failure(
  code: RosterProblem["code"],
  line: number,
  message: string,
): { ok: false; problems: RosterProblem[] } {
  return { ok: false, problems: [{ code, file: "manifest.csv", line, message }] };
}
