import type { RosterFileName } from "@/lib/roster/types";

const readNames: readonly RosterFileName[] = [
  "manifest",
  "orgs",
  "academicSessions",
  "classes",
  "users",
  "roles",
  "enrollments",
];
const privateNames = ["demographics", "userprofiles"];
/** Parts of OneRoster that Hearth has no use for; not worth a word to the user. */
const unusedNames = new Set(
  "courses categories classresources courseresources lineitems lineitemlearningobjectiveids lineitemscorescales resources results resultlearningobjectiveids resultscorescales scorescales userresources".split(
    " ",
  ),
);

export type NameKind =
  | { kind: "roster"; name: RosterFileName; fileName: string; exact: boolean }
  | { kind: "private" | "unused" | "other"; fileName: string };

/** What a file is by its last path part; names differing in case only are recognised. */
export function classifyName(path: string): NameKind {
  const fileName = path.slice(path.lastIndexOf("/") + 1);
  const lower = fileName.toLowerCase();
  if (!lower.endsWith(".csv")) return { kind: "other", fileName };
  const stem = lower.slice(0, -4);
  const name = readNames.find((known) => known.toLowerCase() === stem);
  if (name) return { kind: "roster", name, fileName, exact: fileName === `${name}.csv` };
  if (privateNames.includes(stem)) return { kind: "private", fileName };
  return { kind: unusedNames.has(stem) ? "unused" : "other", fileName };
}

/** Absolute, drive-letter, backslash, dot-dot and control-character paths ("zip slip"). */
export function isUnsafePath(path: string): boolean {
  return (
    path === "" ||
    path.startsWith("/") ||
    path.includes("\\") ||
    /^[A-Za-z]:/.test(path) ||
    // eslint-disable-next-line no-control-regex -- a NUL or newline in a file name is the attack
    /[\u0000-\u001f]/.test(path) ||
    path.split("/").some((part) => part === ".." || part === ".")
  );
}

/** What operating systems add to zips by themselves. */
export function isSystemClutter(path: string): boolean {
  return (
    path.startsWith("__MACOSX/") ||
    /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(path)
  );
}
