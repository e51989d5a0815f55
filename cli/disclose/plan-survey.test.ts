import { describe, expect, it } from "vitest";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { groupPaths } from "./group-paths";
import { forceNesting } from "./nesting";
import { type Cell, planSurvey } from "./plan-survey";

const columns = ["school", "class", "gender"];
const nesting = forceNesting(columns, 2);
const cell = (text: string, rows: number): Cell => ({ values: text.split(" "), rows });
const items = [{ kind: "question", id: "q1", favourable: [4, 5], unfavourable: [] }] as const;

const sizesOf = (
  responses: readonly Cell[],
  roster: { cells: readonly Cell[]; demographics: boolean } | null,
) => {
  const cells = (roster?.cells ?? responses).map((each) => ({ ...each, line: 2 }));
  const pathOf = groupPaths(columns, nesting, cells);
  const plan = planSurvey({ columns, nesting, pathOf, responses, roster }, items, FLOOR_POLICY);
  return Object.fromEntries(plan.groups.map(({ id, rosterSize }) => [id, rosterSize]));
};
const RESPONSES = [cell("S a F", 12), cell("S a M", 11), cell("S b F", 14), cell("S b M", 13)];

describe("the plan of a survey", () => {
  it("takes the responses for the roster where there is none", () => {
    expect(sizesOf(RESPONSES, null)).toEqual({
      "school:S": 50,
      "class:a": 23,
      "class:b": 27,
      "school:S&gender=F": 26,
      "school:S&gender=M": 24,
    });
  });

  it("takes every size from a roster that holds them, with classes in which nobody answered", () => {
    const cells = [
      ...RESPONSES.map(({ values, rows }) => ({ values, rows: rows + 2 })),
      cell("S c F", 5),
    ];
    expect(sizesOf(RESPONSES, { cells, demographics: true })).toEqual({
      "school:S": 63,
      "class:a": 27,
      "class:b": 31,
      "class:c": 5,
      "school:S&gender=F": 35,
      "school:S&gender=M": 28,
    });
  });

  it("takes demographics from the responses where the roster has none", () => {
    const cells = [cell("S a ", 30), cell("S b ", 31)];
    expect(sizesOf(RESPONSES, { cells, demographics: false })).toEqual({
      "school:S": 61,
      "class:a": 30,
      "class:b": 31,
      "school:S&gender=F": 26,
      "school:S&gender=M": 24,
    });
  });

  it("plans for categories that the roster does not know, so that nobody is in none", () => {
    const responses = [...RESPONSES, cell("S a X", 10), cell("S b ", 10)];
    const sizes = sizesOf(responses, { cells: RESPONSES, demographics: true });
    expect(sizes).toMatchObject({
      "school:S": 50,
      "school:S&gender=X": 10,
      "school:S&gender=not%20recorded": 10,
    });
  });
});
