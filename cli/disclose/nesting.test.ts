import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf, madeSurvey, shuffled } from "../testing/made-survey";
import { type Combination, Combinations } from "./combinations";
import { groupPaths } from "./group-paths";
import { findNesting, forceNesting, type Nesting } from "./nesting";

const combined = (rows: readonly (readonly string[])[]): readonly Combination[] => {
  const found = new Combinations();
  rows.forEach((row, at) => found.add(row, at + 2));
  return found.all;
};
const names = (columns: readonly string[], { hierarchy, demographics }: Nesting) => ({
  hierarchy: hierarchy.map((at) => columns[at]),
  demographics: demographics.map((at) => columns[at]),
});
const found = (text: string) => {
  const [head = "", ...lines] = text.trim().split("\n");
  const columns = head.split(",");
  const rows = combined(lines.map((line) => line.split(",")));
  const nesting = findNesting(columns, rows);
  return { ...names(columns, nesting), idsOf: groupPaths(columns, nesting, rows) };
};
const GROUPS = ["school", "grade", "class", "gender"] as const;

describe("which columns nest", () => {
  it.each(["unique", "repeated"] as const)(
    "finds grades that every school has, above classes with %s names",
    (classNames) => {
      const text = csvOf(madeSurvey({ schools: 3, classNames }), [...GROUPS]);
      const { hierarchy, demographics } = found(text);
      expect(hierarchy).toEqual(["school", "grade", "class"]);
      expect(demographics).toEqual(["gender"]);
    },
  );

  it("takes grades of a file without classes as a demographic, like any column", () => {
    expect(found("school,grade\nS1,7\nS1,8\nS2,7\nS2,8")).toMatchObject({
      hierarchy: ["school"],
      demographics: ["grade"],
    });
  });

  it("takes class names that every school uses together with the school", () => {
    const { hierarchy, idsOf } = found("school,class\nS1,7A\nS1,7B\nS2,7A\nS2,7B");
    expect(hierarchy).toEqual(["school", "class"]);
    expect(idsOf(["S2", "7A"]).map(({ id }) => id)).toEqual(["school:S2", "class:S2/7A"]);
  });

  it("keeps a demographic apart where every grade has one class only", () => {
    for (const classNames of ["unique", "repeated"] as const) {
      const text = csvOf(madeSurvey({ schools: 2, classesInGrade: 1, classNames }), [...GROUPS]);
      expect(found(text)).toMatchObject({
        hierarchy: ["school", "grade", "class"],
        demographics: ["gender"],
      });
    }
    expect(found("school,class,gender\nS1,a,F\nS1,a,M\nS2,b,F\nS2,b,M").demographics).toEqual([
      "gender",
    ]);
  });

  it("says nothing from blanks", () => {
    const { hierarchy, demographics } = found(
      "school,class,gender\nS1,a,F\nS1,a,M\nS1,,F\nS2,,\nS2,b,F\nS2,b,M",
    );
    expect(hierarchy).toEqual(["school", "class"]);
    expect(demographics).toEqual(["gender"]);
  });

  it("leaves a demographic between columns of the hierarchy where it stands", () => {
    const { hierarchy, demographics } = found(
      "school,gender,class\nS1,F,a\nS1,M,a\nS1,F,b\nS1,M,b\nS2,F,c\nS2,M,c",
    );
    expect(hierarchy).toEqual(["school", "class"]);
    expect(demographics).toEqual(["gender"]);
  });

  it("takes one column, and columns with one value, as a hierarchy", () => {
    expect(found("school\nS1\nS2").hierarchy).toEqual(["school"]);
    expect(found("district,school\nD,S1\nD,S2").hierarchy).toEqual(["district", "school"]);
  });
});

describe("the ids of groups", () => {
  it("name a value alone where it says which group it is, and a grade always with its school", () => {
    const { idsOf } = found("school,grade,class\nS1,7,a\nS1,8,b\nS2,9,c");
    expect(idsOf(["S1", "7", "a"])).toEqual([
      { id: "school:S1", value: "S1" },
      { id: "grade:S1/7", value: "7" },
      { id: "class:a", value: "a" },
    ]);
  });

  it("hold as many values above as it takes, escaped", () => {
    const { idsOf } = found("school,grade,class\nS/1,7,7A\nS/1,8,8A\nS2,7,7A\nS2,7,7B");
    expect(idsOf(["S/1", "7", "7A"]).map(({ id }) => id)).toEqual([
      "school:S/1",
      "grade:S%2F1/7",
      "class:S%2F1/7/7A",
    ]);
  });
});

/** Any rows over few values, so that everything nests, half nests or does not. */
const anyRows = fc
  .tuple(
    fc.constantFrom(
      ["school", "grade", "class"],
      ["district", "school", "grade", "class"],
      ["a", "b", "c", "d"],
    ),
    fc.array(fc.array(fc.constantFrom("1", "2", "1/2", "%2F"), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([columns, rows]) => ({ columns, rows: rows.map((row) => row.slice(0, columns.length)) }));

describe("whatever is in the rows", () => {
  it("puts each column in one place, the first in the hierarchy, whatever the order of rows", () => {
    fc.assert(
      fc.property(anyRows, fc.integer(), ({ columns, rows }, seed) => {
        const nesting = findNesting(columns, combined(rows));
        const all = [...nesting.hierarchy, ...nesting.demographics].sort((a, b) => a - b);
        expect(all).toEqual(columns.map((_, at) => at));
        expect(nesting.hierarchy[0]).toBe(0);
        expect(findNesting(columns, combined(shuffled(rows, seed)))).toEqual(nesting);
      }),
    );
  });

  it("gives each group one parent, and each chain of values a smallest group of its own", () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.option(fc.integer({ min: 1, max: 3 })),
        ({ columns, rows }, forced) => {
          const cells = combined(rows);
          const nesting =
            forced === null ? findNesting(columns, cells) : forceNesting(columns, forced);
          const pathOf = groupPaths(columns, nesting, cells);
          const parents = new Map<string, string>();
          const leaves = new Map<string, string>();
          for (const row of rows) {
            const ids = pathOf(row).map(({ id }) => id);
            ids.forEach((id, depth) => {
              const parent = ids[depth - 1] ?? "";
              expect(parents.get(id) ?? parent).toBe(parent);
              parents.set(id, parent);
            });
            const chain = JSON.stringify(nesting.hierarchy.map((at) => row[at]));
            const leaf = ids.at(-1) ?? "";
            expect(leaves.get(leaf) ?? chain).toBe(chain);
            leaves.set(leaf, chain);
          }
        },
      ),
    );
  });
});
