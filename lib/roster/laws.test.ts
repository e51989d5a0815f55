import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDiff } from "@/lib/roster/apply-diff";
import { isEmptyDiff } from "@/lib/roster/diff-roster";
import { readRosterArchive } from "@/lib/roster/read-archive";
import { parseRoster } from "@/lib/roster/parse-roster";
import {
  diffOf,
  filesOf,
  manifestLines,
  parsed,
  roster11,
  roster12,
  textsOf,
  today,
  withLine,
  zipOf,
} from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";
import { emptySnapshot } from "@/lib/roster/types";
import type { RosterSnapshot } from "@/lib/roster/types";

const id = (letter: string, top: number) =>
  fc.integer({ min: 1, max: top }).map((n) => `${letter}${String(n)}`);
/** The first value nine times out of ten. */
const often = (usual: string, ...rare: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, fc.constantFrom(...rare));
const status = often("", "active", "tobedeleted", "nonsense");
const maybe = (value: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 9, arbitrary: value }, fc.constant(""));
const date = often("", "2026-09-01", "2026-09-30", "2027-01-01", "2026-13-01");
const mode = fc.constantFrom("bulk", "bulk", "delta");
const rows = (...cells: fc.Arbitrary<string>[]) =>
  fc.array(
    fc.tuple(...cells).map((values) => values.join(",")),
    { minLength: 6, maxLength: 20, size: "max" },
  );
const none = fc.constant("");
const broken = fc.constantFrom('x1,"', "x", 'p1,y"z', ",,,");

/** Any mixture of good, bad, duplicate, circular and dangling rows, in any mix of modes. */
const anyUpload = (version: "1.1" | "1.2"): fc.Arbitrary<RosterLines> => {
  const base = version === "1.1" ? roster11() : roster12();
  const users =
    version === "1.1"
      ? rows(
          id("p", 6),
          status,
          none,
          often("true", "false", "?"),
          maybe(id("s", 3)),
          fc.constantFrom("student", "student", "teacher", "guardian", "oops"),
          none,
          none,
          maybe(fc.constantFrom("A", "B")),
          fc.constant("F"),
          none,
          none,
          fc.constantFrom("", "m@x.example"),
          none,
          none,
          none,
          none,
          none,
        )
      : rows(
          id("p", 6),
          status,
          none,
          often("true", "false", "?"),
          none,
          none,
          maybe(fc.constantFrom("A", "B")),
          fc.constant("F"),
          none,
          none,
          fc.constantFrom("", "m@x.example"),
          ...Array.from({ length: 12 }, () => none),
        );
  const roleRows = rows(
    id("r", 9),
    status,
    none,
    id("p", 6),
    fc.constantFrom("primary", "secondary"),
    fc.constantFrom("student", "student", "teacher", "parent", "principal"),
    none,
    date,
    id("s", 3),
    none,
  );
  return fc
    .record({
      modes: fc.record({
        orgs: mode,
        academicSessions: mode,
        classes: mode,
        users: mode,
        roles: mode,
        enrollments: mode,
      }),
      orgs: rows(
        id("s", 3),
        status,
        none,
        maybe(fc.constantFrom("N", "M")),
        fc.constant("school"),
        none,
        maybe(id("s", 4)),
      ),
      academicSessions: rows(
        id("t", 3),
        status,
        none,
        fc.constant("T"),
        fc.constant("term"),
        date,
        fc.constant("2027-06-01"),
        maybe(id("t", 3)),
        fc.constant("2027"),
      ),
      classes: rows(
        id("c", 3),
        status,
        none,
        fc.constantFrom("X", "Y"),
        none,
        none,
        none,
        fc.constant("homeroom"),
        none,
        id("s", 3),
        maybe(id("t", 4)),
        none,
        none,
        none,
      ),
      users,
      roles: roleRows,
      enrollments: rows(
        id("e", 12),
        status,
        none,
        id("c", 3),
        id("s", 3),
        id("p", 6),
        fc.constantFrom("student", "student", "student", "teacher", "proctor"),
        none,
        none,
        date,
      ),
      spoil: fc.array(
        fc.tuple(fc.constantFrom("orgs", "classes", "users", "enrollments" as const), broken),
        { maxLength: 2 },
      ),
    })
    .map(({ modes, spoil, ...files }) => {
      const lines: RosterLines = { manifest: manifestLines(version, modes) };
      for (const name of ["orgs", "academicSessions", "classes", "users", "enrollments"] as const)
        lines[name] = [base[name]![0]!, ...files[name]];
      if (version === "1.2") lines.roles = [base.roles![0]!, ...files.roles];
      for (const [name, row] of spoil) lines[name as "orgs"]!.splice(1, 0, row);
      return lines;
    });
};
const upload = fc.oneof(anyUpload("1.1"), anyUpload("1.2"));

function applied(current: RosterSnapshot, lines: RosterLines): RosterSnapshot | null {
  const result = parseRoster(textsOf(lines), { today });
  return result.ok ? applyDiff(current, diffOf(lines, current)) : null;
}

describe("laws of an import", () => {
  it("applied once or twice is the same, whatever came before", () => {
    let counted = 0;
    fc.assert(
      fc.property(upload, upload, (first, second) => {
        const before = applied(emptySnapshot, first) ?? emptySnapshot;
        const after = applied(before, second);
        if (after === null) return;
        counted += after.enrollments.length > 0 ? 1 : 0;
        expect(isEmptyDiff(diffOf(second, after))).toBe(true);
      }),
      { numRuns: 200 },
    );
    // About 55 of 200 runs end with enrollments; 10 is seven deviations below.
    expect(counted).toBeGreaterThan(10);
  });

  it("every reference in a roster leads somewhere, and only staff have an email", () => {
    fc.assert(
      fc.property(upload, upload, (first, second) => {
        const before = applied(emptySnapshot, first) ?? emptySnapshot;
        const after = applied(before, second) ?? before;
        const ids = (records: readonly { id: string }[]) =>
          new Set(records.map((record) => record.id));
        const [orgs, terms, classes, people] = [
          ids(after.orgs),
          ids(after.academicSessions),
          ids(after.classes),
          ids(after.people),
        ];
        for (const record of [...after.orgs])
          expect(record.parentId === null || orgs.has(record.parentId)).toBe(true);
        for (const record of after.classes) {
          expect(orgs.has(record.schoolId) && record.termIds.every((term) => terms.has(term))).toBe(
            true,
          );
        }
        for (const person of after.people) {
          expect(person.orgIds.every((org) => orgs.has(org))).toBe(true);
          if (person.role !== "teacher" && person.role !== "administrator")
            expect(person.email).toBeNull();
        }
        for (const { classId, personId, schoolId } of after.enrollments) {
          expect(classes.has(classId) && people.has(personId) && orgs.has(schoolId)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a bad row never affects another row", () => {
    const clean = parsed(roster11());
    const files = ["orgs", "academicSessions", "classes", "users", "enrollments"] as const;
    const garbage = fc.string({
      unit: fc.constantFrom("a", '"', ",", " ", "0", "é"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), garbage, (file, at, text) => {
        // An id no other row has; a quotation mark makes any row a broken one.
        const row = `zz,${text},"x`;
        const lines = [...roster11()[file]!];
        lines.splice(1 + (at % lines.length), 0, row);
        const roster = parsed({ ...roster11(), [file]: lines });
        for (const kind of [
          "orgs",
          "academicSessions",
          "classes",
          "people",
          "enrollments",
        ] as const) {
          expect(roster[kind].rows.map(({ record }) => record)).toEqual(
            clean[kind].rows.map(({ record }) => record),
          );
        }
        expect(roster.skipped).toMatchObject([
          { file: `${file}.csv`, line: 2 + (at % (lines.length - 1)) },
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it("any name comes through a zip unchanged but for blanks around it", () => {
    const name = fc.string({
      unit: fc.constantFrom("a", "ñ", ",", '"', "\n", "\r\n", "'", " ", "李", "\u{1f600}"),
    });
    fc.assert(
      fc.property(name, fc.boolean(), (written, marked) => {
        const given = `a${written}b`;
        const cell = `"${given.replaceAll('"', '""')}"`;
        const lines = withLine(
          roster11(),
          "users",
          "p1",
          `p1,,,true,s1,student,ana,,${cell},Ruiz,,,,,,,09,`,
        );
        if (marked) lines.users![0] = `\ufeff${lines.users![0]!}`;
        const archive = readRosterArchive(zipOf(filesOf(lines)));
        const result = archive.ok ? parseRoster(archive.texts, { today }) : archive;
        const people = result.ok ? result.roster.people.rows : [];
        expect(people.find(({ record }) => record.id === "p1")?.record.givenName).toBe(given);
      }),
    );
  });
});
