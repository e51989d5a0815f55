import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { DataColumn } from "./table-data";
import {
  keyOf,
  LONGEST_QUERY,
  ownPart,
  parseView,
  plainView,
  type TableView,
  viewParameters,
  type ViewShape,
  withView,
} from "./view-state";

const columns: DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "grade", header: "Grade", kind: "text", filter: true },
  { id: "belonging", header: "Belonging", kind: "band", sortable: false },
];

const shape: ViewShape = {
  columns,
  choices: { school: ["Elm & Oak", "Tamarack"], grade: ["Grade 7", "Grade 8"] },
  initialSort: null,
};

const sorted: ViewShape = { ...shape, initialSort: { columnId: "class", descending: true } };

const chosen = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: null });

/** Every view that somebody can make by hand. */
const views = (of: ViewShape): fc.Arbitrary<TableView> =>
  fc
    .record({
      query: fc
        .string({ maxLength: LONGEST_QUERY, unit: "grapheme" })
        .filter(({ length }) => length <= LONGEST_QUERY),
      sort: fc.option(
        fc.record({
          columnId: fc.constantFrom("class", "school", "grade"),
          descending: fc.boolean(),
        }),
        { nil: null },
      ),
      school: chosen(of.choices["school"] ?? []),
      grade: chosen(of.choices["grade"] ?? []),
      hidden: fc.subarray(["school", "grade", "belonging"]),
      from: fc.integer({ min: 1, max: 999_999 }),
    })
    .map(({ query, sort, school, grade, hidden, from }) => ({
      query,
      sort: sort ?? of.initialSort,
      filters: {
        ...(school === null ? {} : { school }),
        ...(grade === null ? {} : { grade }),
      },
      hidden,
      from,
    }));

function parse(search: string, of: ViewShape = shape) {
  return parseView(new URLSearchParams(search), "classes", of);
}

describe("a view in the address", () => {
  it.each([
    ["in no particular order at first", shape],
    ["sorted at first", sorted],
  ])("comes back as it was, and leaves the rest of the address alone: %s", (_name, of) => {
    fc.assert(
      fc.property(views(of), (view) => {
        const before = new URLSearchParams("teacher=t-1&classes.q=old&schools.q=elm");
        const search = withView(before, "classes", viewParameters(view, "classes", of));
        expect(parse(search, of)).toEqual({ view, problems: [] });
        expect(ownPart(new URLSearchParams(search), "schools")).toBe("schools.q=elm");
        expect(new URLSearchParams(search).get("teacher")).toBe("t-1");
      }),
    );
  });

  it("is empty when nothing was changed", () => {
    expect(viewParameters(plainView(sorted), "classes", sorted)).toEqual([]);
    expect(parse("schools.q=elm", sorted)).toEqual({ view: plainView(sorted), problems: [] });
  });

  it("reads any address without failing, and gives only what the list has", () => {
    const name = fc.oneof(
      fc.constantFrom("q", "sort", "hide", "from", "is.grade", "is.belonging", "is.x", ""),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 300 }))), (pairs) => {
        const search = new URLSearchParams(pairs.map(([at, value]) => [`classes.${at}`, value]));
        const { view } = parseView(search, "classes", shape);
        const again = withView(search, "classes", viewParameters(view, "classes", shape));
        expect(parse(again)).toEqual({ view, problems: [] });
      }),
    );
  });
});

describe("a link that asks for what is not there", () => {
  it.each([
    ["classes.sort=rank", "This link sorts by a column that this list does not have: “rank”."],
    [
      "classes.sort=-belonging",
      "This list cannot be sorted by Belonging; it is in its usual order.",
    ],
    ["classes.hide=gender", "This link hides a column that this list does not have: “gender”."],
    ["classes.hide=class", "Class always stays in this list."],
    [
      "classes.is.gender=x",
      "This link filters by a column that this list does not have: “gender”.",
    ],
    ["classes.is.class=7B", "This list cannot be filtered by Class; all rows are shown."],
    ["classes.is.grade=Grade+99", "Nothing here has “Grade 99” under Grade; that filter is off."],
    ["classes.from=minus", "This link begins at “minus”, which is not the number of a row."],
    ["classes.from=0", "This link begins at “0”, which is not the number of a row."],
    ["classes.page=2", "This list does not know what “page” in this link means."],
  ])("%s: says so, and the rest is as usual", (search, problem) => {
    const { view, problems } = parse(`${search}&classes.is.school=Tamarack`);
    expect(problems).toEqual([problem]);
    expect(view).toEqual({ ...plainView(shape), filters: { school: "Tamarack" } });
  });

  it("hides what it can and names what it cannot", () => {
    const { view, problems } = parse("classes.hide=gender,grade");
    expect(view.hidden).toEqual(["grade"]);
    expect(problems).toHaveLength(1);
  });

  it("says that the first of two counts", () => {
    const { view, problems } = parse("classes.q=a&classes.q=b");
    expect(view.query).toBe("a");
    expect(problems).toEqual(["This link says “q” twice; the first counts."]);
  });

  it("quotes no more than a line of it", () => {
    const { problems } = parse(`classes.sort=${"x".repeat(5_000)}`);
    expect(problems.join("").length).toBeLessThan(150);
  });
});

describe("keyOf", () => {
  it("makes a short name of a caption", () => {
    expect(keyOf("Rows left out: line and reason")).toBe("rows-left-out-line-and-reason");
  });
});
