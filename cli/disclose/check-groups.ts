import { NESTED, type Plan } from "@/lib/disclosure/plan";
import { BadInput, Problems, refuseFile } from "../bad-input";
import { shown } from "../table-columns";
import type { Combination } from "./combinations";
import { conflictIn, type Nesting } from "./nesting";
import type { GroupTable } from "./read-groups";

/** A table of rows with group columns, and its name for messages. */
interface Named extends GroupTable {
  readonly file: string;
}

/** Throws `BadInput` if a group column has no value at all: nothing says whether it nests. */
export function refuseEmptyColumns(
  { file, combinations }: Named,
  columns: readonly string[],
): void {
  const empty = columns.filter((_, at) => combinations.every(({ values }) => values[at] === ""));
  const reason = "is empty in every row";
  if (empty.length > 0)
    throw new BadInput(empty.map((column) => ({ file, line: null, column, reason })));
}

/** Throws `BadInput` if a row does not say which group of the hierarchy it belongs to. */
export function refuseBlanks(
  { file, blanks }: Named,
  columns: readonly string[],
  { hierarchy }: Nesting,
): void {
  const problems = new Problems(file);
  const found = hierarchy.flatMap((column) =>
    (blanks[column] ?? []).map((line) => ({ line, column: columns[column] ?? "" })),
  );
  found.sort((a, b) => a.line - b.line);
  for (const { line, column } of found) problems.add(line, column, "is empty");
  problems.throwIfAny();
}

/**
 * Throws `BadInput` if the demographics hold a column called class: in a release that name says that a group
 * belongs to the hierarchy.
 */
export function refuseClassAsDemographic(
  { file, combinations }: Named,
  columns: readonly string[],
  { hierarchy, demographics }: Nesting,
): void {
  const column = demographics.find((at) => columns[at] === NESTED);
  if (column === undefined) return;
  const last = hierarchy.at(-1) ?? 0;
  const rows = combinations.map(({ values }) => values);
  const [first, second] = conflictIn(rows, [...hierarchy.slice(0, -1), column], last) ?? [];
  const [before, here] = [combinations[first ?? -1], combinations[second ?? -1]];
  const coarser = columns[last] ?? "";
  const why =
    before === undefined || here === undefined
      ? "is left among the demographics"
      : `${shown(here.values[column] ?? "")} is in ${coarser} ${shown(here.values[last] ?? "")} here and in ` +
        `${shown(before.values[last] ?? "")} on line ${before.line}`;
  const ways = `no demographic can be called class; --hierarchy ${column + 1} takes it with all before it`;
  throw new BadInput([
    { file, line: here?.line ?? null, column: NESTED, reason: `${why}: ${ways}` },
  ]);
}

/** Throws `BadInput` with the first line of each group of the responses that is not on the roster. */
export function refuseUnknownGroups(
  responses: Named,
  roster: Named,
  columns: readonly string[],
  { hierarchy }: Nesting,
): void {
  const known = new Set(roster.combinations.flatMap((row) => chainsOf(row, hierarchy)));
  const problems = new Problems(responses.file);
  const told = new Set<string>();
  for (const row of responses.combinations) {
    const chains = chainsOf(row, hierarchy);
    const depth = chains.findIndex((chain) => !known.has(chain));
    const chain = chains[depth];
    if (chain === undefined || told.has(chain)) continue;
    told.add(chain);
    const above = hierarchy.slice(0, depth).map((at) => row.values[at] ?? "");
    const inside = above.length === 0 ? "" : ` in ${above.join(", ")}`;
    const column = hierarchy[depth] ?? 0;
    const what = `${shown(row.values[column] ?? "")}${inside} is not in ${roster.file}`;
    problems.add(row.line, columns[column] ?? null, what);
  }
  problems.throwIfAny();
}

/** The row's groups of the hierarchy, each named with all above it, coarsest first. */
function chainsOf({ values }: Combination, hierarchy: readonly number[]): string[] {
  return hierarchy.map((_, depth) =>
    JSON.stringify(hierarchy.slice(0, depth + 1).map((at) => values[at])),
  );
}

const LONGEST_ID = 500;

/** Throws `BadInput` where names would make two groups one, or an id that no reader of releases takes. */
export function refuseUnusableIds({ groups }: Plan, file: string): void {
  const ids = new Set<string>();
  for (const { id } of groups) {
    if (id.length > LONGEST_ID)
      refuseFile(file, `the names of a group are too long together: ${shown(id)}`);
    if (ids.has(id)) refuseFile(file, `two groups would both be called ${shown(id)}`);
    ids.add(id);
  }
}
