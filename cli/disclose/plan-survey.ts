import type { ReleaseItem } from "@/lib/disclosure/items";
import { NESTED, type Plan } from "@/lib/disclosure/plan";
import { planGroups } from "@/lib/disclosure/plan-groups";
import type { PlanLeaf } from "@/lib/disclosure/plan-input";
import type { Policy } from "@/lib/disclosure/policy";
import type { PathOf } from "./group-paths";
import type { Nesting } from "./nesting";

/** So many students or respondents with the same values in the group columns. */
export interface Cell {
  readonly values: readonly string[];
  readonly rows: number;
}

export interface SurveyGroups {
  /** The group columns, in the order of `--groups`, which is that of `Cell.values`. */
  readonly columns: readonly string[];
  readonly nesting: Nesting;
  readonly pathOf: PathOf;
  readonly responses: readonly Cell[];
  /** Null without a roster: the responses stand for it. */
  readonly roster: {
    readonly cells: readonly Cell[];
    /** Whether it holds every demographic. */
    readonly demographics: boolean;
  } | null;
}

/**
 * The plan of a survey that was run elsewhere. Sizes come from the roster, those of demographics only if it
 * holds all of them: else from the responses. Where more respondents than students on the roster are in a
 * category of a class, the respondents are planned for: self-reports differ from rosters, and whoever was in
 * no category would be singled out by subtracting all of them.
 */
export function planSurvey(
  groups: SurveyGroups,
  items: readonly ReleaseItem[],
  policy: Policy,
): Plan {
  const { columns, nesting, responses, roster } = groups;
  const namesOf = (places: readonly number[]) => places.map((at) => columns[at] ?? "");
  const plan = (cells: readonly Cell[], demographics: readonly number[]): Plan => {
    const outcome = planGroups({
      levels: namesOf(nesting.hierarchy),
      leaves: leavesOf(cells, groups.pathOf, demographics),
      dimensions: namesOf(demographics),
      lowerDemographics: true,
      items,
      policy,
    });
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.plan;
  };
  if (roster === null) return plan(responses, nesting.demographics);
  const nested = plan(roster.cells, []);
  if (nesting.demographics.length === 0) return nested;
  const cells = roster.demographics ? largerOf(roster.cells, responses) : responses;
  const crossing = plan(cells, nesting.demographics);
  const demographic = crossing.groups.filter(({ margin }) => margin !== NESTED);
  return { ...crossing, groups: [...nested.groups, ...demographic] };
}

function leavesOf(
  cells: readonly Cell[],
  pathOf: PathOf,
  demographics: readonly number[],
): PlanLeaf[] {
  type Students = { categories: readonly string[]; size: number };
  const leaves = new Map<string, { path: PlanLeaf["path"]; students: Students[] }>();
  for (const { values, rows } of cells) {
    const path = pathOf(values);
    const id = path.at(-1)?.id ?? "";
    const leaf = leaves.get(id) ?? { path, students: [] };
    leaves.set(id, leaf);
    leaf.students.push({ categories: demographics.map((at) => values[at] ?? ""), size: rows });
  }
  return [...leaves.values()];
}

/** Every cell of either, with the larger number of rows. */
function largerOf(one: readonly Cell[], other: readonly Cell[]): Cell[] {
  const found = new Map(one.map((cell) => [JSON.stringify(cell.values), cell]));
  for (const cell of other) {
    const key = JSON.stringify(cell.values);
    const there = found.get(key);
    if (there === undefined || there.rows < cell.rows) found.set(key, cell);
  }
  return [...found.values()];
}
