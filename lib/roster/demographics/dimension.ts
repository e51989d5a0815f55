/** Longest name of a demographic and longest category, in characters. */
export const LONGEST_NAME = 60;
/** A column with more different values is a number, a name or a date, and no demographic. */
export const MOST_CATEGORIES = 40;
/** Demographics that a district keeps at once. */
export const MOST_KEPT = 6;

/** A student's category in one demographic. */
export interface StudentCategory {
  readonly personId: string;
  readonly dimension: string;
  readonly category: string;
}

/** Columns that define a group already: a second "school" beside a school's own would be read as it. */
const TAKEN = new Set(["class", "grade", "school", "district"]);
/** Signs like / & = : build the ids of groups in a release. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.,()-]*$/u;
/** Control characters break the database and hide in spreadsheets; U+FFFD marks lost letters. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const UNREADABLE = /[\u0000-\u001f\u007f\uFFFD]/;

/** Without blanks around it, single blanks inside, one form for each accented letter. */
export function cleanWords(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

/** Why a demographic cannot have this (clean) name, or null. */
export function nameProblem(name: string): string | null {
  if (name === "") return "Give it a name.";
  if (name.length > LONGEST_NAME) return `Use at most ${LONGEST_NAME} characters.`;
  if (TAKEN.has(name.toLowerCase()) || Object.hasOwn(Object.prototype, name)) {
    return `“${name}” is taken: choose another name.`;
  }
  return NAME.test(name)
    ? null
    : "Use letters, numbers and blanks, and of signs only ' . , ( ) and -.";
}

/** A category as it is kept, or why a cell is none. An empty cell is null: not recorded. */
export function readCategory(
  cell: string,
):
  { readonly ok: true; readonly category: string | null } | { readonly ok: false; reason: string } {
  if (UNREADABLE.test(cell.replace(/[\t\n]/g, " "))) {
    return { ok: false, reason: "holds characters that cannot be read (not UTF-8?)" };
  }
  const category = cleanWords(cell);
  if (category.length > LONGEST_NAME) {
    return { ok: false, reason: `is longer than ${LONGEST_NAME} characters` };
  }
  const silent = category === "" || category.toLowerCase() === "not recorded";
  return { ok: true, category: silent ? null : category };
}

/** A name to begin with, from a column's header: "Home_Language" → "home language". */
export function nameFromHeader(header: string): string {
  const words = header
    .replace(/^metadata\./iu, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}\p{M}'’.,()-]+/gu, " ");
  return cleanWords(words).toLowerCase().slice(0, LONGEST_NAME).trim();
}
