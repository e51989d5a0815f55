import { describe, expect, it } from "vitest";
import { columnsOf } from "@/lib/roster/file-columns";
import { isOneLetterApart, matchColumns } from "@/lib/roster/match-columns";
import { NoticeBook } from "@/lib/roster/report";

function match(header: string, file: "orgs" | "classes" | "users" = "orgs") {
  const book = new NoticeBook();
  const result = matchColumns(`${file}.csv`, header.split(","), columnsOf(file, "1.2"), book);
  return { result, notices: book.list() };
}

describe("matchColumns", () => {
  it("takes columns in any order and ignores metadata", () => {
    const { result, notices } = match("metadata.name2,type,name,sourcedId,status,dateLastModified");
    expect(notices).toEqual([]);
    expect(result.ok && Object.fromEntries(result.positions)).toEqual({
      type: 1,
      name: 2,
      sourcedId: 3,
      status: 4,
      dateLastModified: 5,
    });
  });

  it.each([
    ["dataLastModified", "dateLastModified"],
    ["SOURCEDID", "sourcedId"],
    ["sourced_id", "sourcedId"],
    ["parentSourceId", "parentSourcedId"],
    ["parentSourcedID", "parentSourcedId"],
    ["identifer", "identifier"],
  ])("reads %s as %s, with a notice", (written, meant) => {
    const rest = ["sourcedId", "name", "type"].filter((name) => name !== meant);
    const { result, notices } = match([written, ...rest].join(","));
    const found = result.ok
      ? [...result.positions].find(([, index]) => index === 0)?.[0]
      : undefined;
    expect(notices.map((notice) => notice.code)).toContain("columnRenamed");
    expect(found).toBe(meant);
  });

  it("reads grade as grades", () => {
    const { result } = match(
      "sourcedId,title,grade,classType,schoolSourcedId,termSourcedIds,courseSourcedId",
      "classes",
    );
    expect(result.ok && result.positions.get("grades")).toBe(2);
  });

  it("does not take a correct column for a misspelling of another", () => {
    const { result } = match(
      "sourcedId,enabledUser,username,preferredGivenName,familyName",
      "users",
    );
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: "missingColumn", file: "users.csv", line: 1, column: "givenName" }],
    });
  });

  it("refuses a column that is there twice", () => {
    expect(match("sourcedId,name,type,name").result).toMatchObject({
      ok: false,
      problems: [{ code: "duplicateColumn", line: 1, column: "name" }],
    });
  });

  it("says which unneeded column is missing", () => {
    const { result, notices } = match("sourcedId,enabledUser,givenName,familyName", "users");
    expect(result.ok).toBe(true);
    expect(notices).toMatchObject([{ code: "unusedColumnMissing", line: 1 }]);
  });
});

describe("isOneLetterApart", () => {
  it.each([
    ["grade", "grades", true],
    ["dataX", "dateX", true],
    ["abc", "abc", true],
    ["abc", "acb", false],
    ["abc", "abcde", false],
    ["xbcd", "bcd", true],
  ])("%s and %s: %s", (a, b, expected) => {
    expect(isOneLetterApart(a, b)).toBe(expected);
  });
});
