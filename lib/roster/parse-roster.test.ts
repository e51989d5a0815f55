import { describe, expect, it } from "vitest";
import { parseRoster } from "@/lib/roster/parse-roster";
import {
  parsed,
  roster11,
  roster12,
  textsOf,
  today,
  withAdded,
  withLine,
} from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";

function problemsOf(lines: RosterLines) {
  const result = parseRoster(textsOf(lines), { today });
  return result.ok ? [] : result.problems;
}
const without = (lines: RosterLines, file: keyof RosterLines): RosterLines => {
  const { [file]: _removed, ...rest } = lines;
  return rest;
};

describe("version and files", () => {
  it("reads by-the-book 1.1 and 1.2 without a word", () => {
    for (const [lines, version] of [
      [roster11(), "1.1"],
      [roster12(), "1.2"],
    ] as const) {
      expect(parsed(lines)).toMatchObject({ version, skipped: [], notices: [] });
    }
  });

  it.each([
    ["1.0", "1.1"],
    ["1.1", "1.1"],
    ["v1.1", "1.1"],
    ["1.1.0", "1.1"],
  ])("reads version %s as %s", (written, version) => {
    const lines = withLine(
      roster11(),
      "manifest",
      "oneroster.version",
      `oneroster.version,${written}`,
    );
    expect(parsed(lines).version).toBe(version);
  });

  it("refuses an unknown version and an unknown mode with the line", () => {
    expect(
      problemsOf(withLine(roster12(), "manifest", "oneroster.version", "oneroster.version,2.0")),
    ).toMatchObject([{ code: "unsupportedVersion", file: "manifest.csv", line: 3 }]);
    expect(
      problemsOf(withLine(roster12(), "manifest", "file.orgs", "file.orgs,partial")),
    ).toMatchObject([{ code: "badManifest", line: 9 }]);
  });

  it("infers the version of loose files from roles.csv and says so", () => {
    for (const [lines, version] of [
      [roster11(), "1.1"],
      [roster12(), "1.2"],
    ] as const) {
      const roster = parsed(without(lines, "manifest"));
      expect(roster).toMatchObject({ version, modes: { users: "bulk" } });
      expect(roster.notices.map((notice) => notice.code)).toEqual([
        "manifestMissing",
        "versionInferred",
      ]);
    }
  });

  it("names the file that is missing", () => {
    expect(problemsOf(without(roster11(), "users"))).toMatchObject([
      { code: "missingFile", file: "users.csv" },
    ]);
    expect(problemsOf(without(without(roster11(), "manifest"), "classes"))).toMatchObject([
      { code: "missingFile", file: "classes.csv" },
    ]);
    const lines = withLine(
      without(roster12(), "roles"),
      "manifest",
      "file.roles",
      "file.roles,absent",
    );
    expect(problemsOf(lines)).toMatchObject([{ code: "missingFile", file: "roles.csv" }]);
  });

  it("names every missing column with file and line 1, and half-imports nothing", () => {
    const lines = roster11();
    const users = lines.users!.map((row) => row.replace("givenName", "firstName"));
    expect(problemsOf({ ...lines, users })).toMatchObject([
      { code: "missingColumn", file: "users.csv", line: 1, column: "givenName" },
    ]);
  });

  it("accepts files without data rows, but not if nothing at all is left", () => {
    const empty = Object.fromEntries(
      Object.entries(roster11()).map(([name, rows]) => [
        name,
        name === "manifest" ? rows : rows.slice(0, 1),
      ]),
    ) as RosterLines;
    expect(parsed({ ...roster11(), enrollments: empty.enrollments! }).skipped).toEqual([]);
    expect(problemsOf(empty)).toMatchObject([{ code: "noRowsLeft" }]);
    const spoilt = withAdded(empty, "orgs", "d9,,,,district,,");
    expect(problemsOf(spoilt)).toMatchObject([
      { code: "noRowsLeft" },
      { file: "orgs.csv", line: 2, column: "name" },
    ]);
  });

  it("refuses a today that is no date", () => {
    expect(() => parseRoster(textsOf(roster11()), { today: "1.10.2026" })).toThrow();
  });
});
