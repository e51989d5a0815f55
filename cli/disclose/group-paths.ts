import type { PlanLeaf } from "@/lib/disclosure/plan-input";
import { escapePart } from "@/lib/disclosure/plan-wave";
import type { Combination } from "./combinations";
import { determines, type Nesting } from "./nesting";

/** The groups of the hierarchy that a row lies in, coarsest first: what `PlanLeaf.path` holds. */
export type PathOf = (values: readonly string[]) => PlanLeaf["path"];

/**
 * Names the groups of the hierarchy: `class:7A` where the value of the column says which group it is; else
 * the value behind as many of those above it as it takes, `class:S1/7/7A`, always the same for a column. A
 * grade in a school is `grade:S1/7` in any case, as it is in a wave.
 */
export function groupPaths(
  columns: readonly string[],
  { hierarchy }: Nesting,
  combinations: readonly Combination[],
): PathOf {
  const rows = combinations.map(({ values }) => values);
  const starts = hierarchy.map((_, depth) => startOfId(columns, hierarchy, depth, rows));
  return (values) =>
    hierarchy.map((column, depth) => {
      const value = values[column] ?? "";
      const named = hierarchy.slice(starts[depth] ?? 0, depth + 1).map((at) => values[at] ?? "");
      const name = named.length === 1 ? value : named.map(escapePart).join("/");
      return { id: `${columns[column] ?? ""}:${name}`, value };
    });
}

/** How far up an id must begin so that it says which groups lie above: a place in the hierarchy. */
function startOfId(
  columns: readonly string[],
  hierarchy: readonly number[],
  depth: number,
  rows: readonly (readonly string[])[],
): number {
  const nameAt = (at: number): string => columns[hierarchy[at] ?? -1] ?? "";
  const isGradeOfSchool = nameAt(depth) === "grade" && nameAt(depth - 1) === "school";
  let start = isGradeOfSchool ? depth - 1 : depth;
  const saysAllAbove = (): boolean =>
    hierarchy
      .slice(0, start)
      .every((above) => determines(rows, hierarchy.slice(start, depth + 1), above));
  while (!saysAllAbove()) start -= 1;
  return start;
}
