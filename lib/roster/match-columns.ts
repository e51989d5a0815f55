import type { FileColumns } from "@/lib/roster/file-columns";
import type { NoticeBook, RosterProblem } from "@/lib/roster/report";

type MatchResult =
  { ok: true; positions: Map<string, number> } | { ok: false; problems: RosterProblem[] };

/**
 * Finds the columns of a header, in any order. Exact names first; a name that differs in case,
 * spacing or one letter ("dataLastModified", "grade", "sourceId") is accepted with a notice, but
 * only for a column that is not there under its right name. Errors: missingColumn, duplicateColumn.
 */
export function matchColumns(
  file: string,
  header: readonly string[],
  columns: FileColumns,
  book: NoticeBook,
): MatchResult {
  const wanted = [...columns.needed, ...columns.read];
  const known = new Set([...wanted, ...columns.expected, ...columns.unread]);
  const positions = new Map<string, number>();
  const problems: RosterProblem[] = [];
  const twice = (name: string, written: string): void => {
    const as = written === name ? "" : ` (once as “${written}”)`;
    problems.push({
      code: "duplicateColumn",
      file,
      line: 1,
      column: name,
      message: `${file} has the column ${name} twice${as}. Remove one of them.`,
    });
  };
  const strangers: { name: string; index: number }[] = [];
  header.forEach((written, index) => {
    const name = written.trim();
    if (!known.has(name)) strangers.push({ name, index });
    else if (!positions.has(name)) positions.set(name, index);
    else if (wanted.includes(name)) twice(name, name);
  });
  for (const { name, index } of strangers) {
    if (/^metadata\./i.test(name) || name === "") continue;
    const meant = closestColumn(
      name,
      [...known].filter((column) => !positions.has(column)),
    );
    if (meant === null) continue;
    positions.set(meant, index);
    if (wanted.includes(meant)) {
      book.note("columnRenamed", file, 1, `The column “${name}” in ${file} was read as ${meant}.`);
    }
  }
  for (const name of columns.needed) {
    if (positions.has(name)) continue;
    problems.push({
      code: "missingColumn",
      file,
      line: 1,
      column: name,
      message: `${file} has no column ${name} in its first line. Export the file again with this column.`,
    });
  }
  for (const name of columns.expected) {
    if (positions.has(name)) continue;
    book.note(
      "unusedColumnMissing",
      file,
      1,
      `${file} has no column ${name}. OneRoster asks for it; Hearth does not need it.`,
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, positions: new Map([...positions].filter(([name]) => wanted.includes(name))) };
}

function closestColumn(written: string, candidates: readonly string[]): string | null {
  const plain = plainName(written);
  const same = candidates.filter((column) => plainName(column) === plain);
  // Short names are a letter apart by chance; only longer ones are corrected.
  const near =
    same.length > 0 || plain.length < 5
      ? same
      : candidates.filter((column) => isOneLetterApart(plainName(column), plain));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** One letter added, lost or replaced. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
