import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { Release } from "@/lib/disclosure/release-schema";
import { csvOf, madeSurvey, shuffled } from "../testing/made-survey";
import { fileWith, hearth, shell } from "../testing/spawn-hearth";

const HIERARCHY = ["--groups", "school,grade,class"];
const WITH_GENDER = ["--groups", "school,grade,class,gender"];
const ITEMS = ["--items", "q1,q2", "--favourable", "4,5"];
const BUCKETS = ["--unfavourable", "1,2"];

const run = (text: string, ...args: string[]) =>
  hearth(["disclose", fileWith("survey.csv", text), ...args]);
/** The release that a command printed, read as strictly as any. */
const releaseOf = ({ out, err, code }: ReturnType<typeof hearth>): Release => {
  expect(code, err).toBe(0);
  const parsed = parseRelease(out);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.release;
};
const groupOf = (release: Release, id: string) => release.groups.find((group) => group.id === id);

describe("hearth disclose", () => {
  it("compiles the documented form to a file, and says what it did", () => {
    const out = join(mkdtempSync(join(tmpdir(), "hearth-out-")), "release.json");
    const text = csvOf(madeSurvey({ schools: 2 }));
    const found = run(text, ...WITH_GENDER, ...ITEMS, ...BUCKETS, "--out", out, "--json");
    expect(found.code, found.err).toBe(0);
    const parsed = parseRelease(readFileSync(out, "utf8"));
    if (!parsed.ok) throw new Error(parsed.message);
    const { release } = parsed;
    expect(JSON.parse(found.out)).toEqual({
      ok: true,
      out,
      hash: release.hash,
      planHash: release.planHash,
      rows: 192,
      hierarchy: ["school", "grade", "class"],
      demographics: ["gender"],
      items: ["q1", "q2"],
      groups: { planned: 26, shown: 26, withheld: {} },
      audit: release.audit,
    });
    expect(found.err).toBe(
      "Hierarchy: school > grade > class. Demographics: gender.\nAnswers: 1 to 5, favourable 4, 5.\n",
    );
    expect(release).toMatchObject({ wave: null, instrument: null, closedOn: null });
    expect(release.audit).toMatchObject({ status: "passed", rung: "full", lost: 0 });
    expect(groupOf(release, "class:S1-6A")).toMatchObject({
      level: "class",
      margin: "class",
      by: { school: "S1", grade: "6", class: "S1-6A" },
      parent: "grade:S1/6",
      n: 24,
      participation: { lo: 20, hi: 24, seats: 24 },
    });
    expect(groupOf(release, "grade:S1/6&gender=F")).toMatchObject({
      level: "grade/gender",
      by: { school: "S1", grade: "6", gender: "F" },
      n: 24,
    });
    expect(readdirSync(dirname(out))).toEqual(["release.json"]);
  });

  it("publishes bands that hold the counts, of all rows, skipped answers among them", () => {
    const rows = madeSurvey({ schools: 1, seed: 3 });
    const release = releaseOf(run(csvOf(rows), ...WITH_GENDER, ...ITEMS));
    for (const group of release.groups) {
      const own = rows.filter((row) =>
        Object.entries(group.by).every(([column, value]) => row[column as "school"] === value),
      );
      expect(group.n).toBe(own.length);
      for (const item of ["q1", "q2"] as const) {
        const favourable = own.filter((row) => row[item] === "4" || row[item] === "5").length;
        expect(group.cells[item]!.lo).toBeLessThanOrEqual(favourable);
        expect(group.cells[item]!.hi).toBeGreaterThanOrEqual(favourable);
      }
    }
    expect(rows.some(({ q2 }) => q2 === "")).toBe(true);
  });

  it("prints the same bytes for shuffled rows, items and codes, and from standard input", () => {
    const rows = madeSurvey({ schools: 2, classNames: "repeated" });
    const first = run(csvOf(rows), ...WITH_GENDER, ...ITEMS, ...BUCKETS);
    const turned = ["--items", "q2,q1", "--favourable", "5,4", "--unfavourable", "2,1"];
    const again = hearth(["disclose", "-", ...WITH_GENDER, ...turned], csvOf(shuffled(rows, 2)));
    expect(first.code, first.err).toBe(0);
    expect(again.out).toBe(first.out);
    expect(first.out.startsWith('{\n  "format": "hearth-release/1",\n')).toBe(true);
    const plain = hearth(["disclose", "-", ...HIERARCHY, ...ITEMS, "--json"], csvOf(rows));
    expect(JSON.parse(plain.out)).toMatchObject({ ok: true, out: null, rows: 192 });
  });

  it("keeps classes apart that bear one name in several schools and grades", () => {
    const release = releaseOf(
      run(csvOf(madeSurvey({ schools: 2, classNames: "repeated" })), ...HIERARCHY, ...ITEMS),
    );
    expect(groupOf(release, "class:S2/6/6A")).toMatchObject({
      by: { school: "S2", grade: "6", class: "6A" },
      parent: "grade:S2/6",
      n: 24,
    });
    expect(release.groups.filter(({ level }) => level === "class")).toHaveLength(8);
  });

  it("shows three buckets only where it is told what counts against", () => {
    const text = csvOf(madeSurvey({ schools: 1 }));
    const two = releaseOf(run(text, ...HIERARCHY, ...ITEMS));
    expect(two.groups.some(({ cells }) => cells["q1"]?.buckets)).toBe(false);
    expect(two.items[0]).toEqual({
      kind: "question",
      id: "q1",
      favourable: [4, 5],
      unfavourable: [],
    });
    const three = releaseOf(run(text, ...HIERARCHY, ...ITEMS, ...BUCKETS));
    expect(groupOf(three, "school:S1")?.cells["q1"]?.buckets).toBeDefined();
    expect(groupOf(three, "class:S1-6A")?.cells["q1"]?.buckets).toBeUndefined();
    expect(three.planHash).not.toBe(two.planHash);
  });

  it("counts blanks in a demographic as not recorded, and merges what is small", () => {
    const rows = madeSurvey({ schools: 1 }).map((row, at) => ({
      ...row,
      gender: at % 8 === 0 ? "" : at % 48 === 1 ? "X" : row.gender,
    }));
    const release = releaseOf(run(csvOf(rows), ...WITH_GENDER, ...ITEMS));
    const genders = release.groups.filter(({ level }) => level === "school/gender");
    expect(genders.map(({ id, n, merged }) => [id, n, merged])).toEqual([
      ["school:S1&gender=F", 36, undefined],
      ["school:S1&gender=M", 46, undefined],
      ["school:S1&gender=all%20other", 14, ["X", "not recorded"]],
    ]);
  });

  it("hides groups that are too small, with the reason, also in a file of nothing else", () => {
    const few = madeSurvey({ schools: 1, inClass: 8, grades: 1 });
    const found = run(csvOf(few), ...HIERARCHY, ...ITEMS, "--json");
    expect(JSON.parse(found.out).groups).toEqual({
      planned: 4,
      shown: 2,
      withheld: { "fewer than 10 respondents": 2 },
    });
    const none = run(csvOf(few.slice(0, 3)), "--groups", "school", ...ITEMS);
    expect(releaseOf(none).groups).toMatchObject([{ id: "school:S1", cells: {} }]);
  });

  it("takes a raised k, and one group with everybody", () => {
    const text = csvOf(madeSurvey({ schools: 1 }));
    const raised = releaseOf(run(text, ...HIERARCHY, ...ITEMS, "--k", "25"));
    expect(raised.policy).toMatchObject({ k: 25, remainder: 25 });
    expect(groupOf(raised, "class:S1-6A")?.withheld).toBe("fewer than 25 respondents");
    const one = releaseOf(run(text, "--groups", "school", ...ITEMS));
    expect(one.groups).toMatchObject([{ id: "school:S1", n: 96, withheld: null }]);
  });

  it("takes the first columns as the hierarchy where it is told so", () => {
    // One student of 6A says grade 7: the class no longer lies in one grade.
    const rows = madeSurvey({ schools: 1 });
    rows[0] = { ...rows[0]!, grade: "7" };
    const refused = run(csvOf(rows), ...HIERARCHY, ...ITEMS);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain(
      'line 3, column "class": "S1-6A" is in grade "6" here and in "7" on line 2',
    );
    expect(refused.err).toContain("--hierarchy 3");
    const forced = releaseOf(run(csvOf(rows), ...HIERARCHY, ...ITEMS, "--hierarchy", "3"));
    expect(groupOf(forced, "class:7/S1-6A")).toMatchObject({ n: 1, parent: "grade:S1/7" });
    const margins = run(csvOf(rows), "--groups", "school,grade", "--hierarchy", "1", ...ITEMS);
    expect(groupOf(releaseOf(margins), "school:S1&grade=7")).toMatchObject({ n: 49 });
  });

  it("compiles 3,000 rows of several schools, and tells a person about it", () => {
    const text = csvOf(madeSurvey({ schools: 5, grades: 5, classesInGrade: 5 }));
    const out = join(mkdtempSync(join(tmpdir(), "hearth-out-")), "release.json");
    const found = run(text, ...HIERARCHY, ...ITEMS, "--out", out);
    expect(found.code, found.err).toBe(0);
    expect(found.out).toContain("3000 respondents, items q1, q2.");
    expect(found.out).toContain("Groups: 155 planned, 155 shown.");
    expect(found.out).toContain("Audit: passed at rung full.");
  });
});

describe("the roster", () => {
  const rows = madeSurvey({ schools: 1 });
  const roster = (more: string) =>
    fileWith("roster.csv", csvOf(rows, ["school", "grade", "class"]) + more);

  it("gives the seats, and classes in which nobody answered", () => {
    const more = "S1,6,S1-6A\nS1,6,S1-6A\n".repeat(2) + "S1,7,S1-7C\n".repeat(9);
    const found = run(csvOf(rows), ...WITH_GENDER, ...ITEMS, "--roster", roster(more));
    const release = releaseOf(found);
    expect(found.err).toContain("sizes of demographics come from the responses");
    expect(groupOf(release, "class:S1-6A")?.participation).toEqual({ lo: 20, hi: 24, seats: 28 });
    expect(groupOf(release, "school:S1")?.participation.seats).toBe(96 + 4 + 9);
    expect(groupOf(release, "class:S1-7C")).toMatchObject({
      n: 0,
      withheld: "fewer than 10 students on the roster: counted in the next larger group",
    });
    expect(groupOf(release, "school:S1&gender=F")).toMatchObject({ n: 48, withheld: null });
  });

  it("says where more answered than there are students: another roster, or rows twice", () => {
    const all = csvOf(rows.filter(({ class: own }) => own === rows[0]!.class));
    const few = fileWith("few.csv", csvOf(rows.slice(0, 1), ["school", "grade", "class"]));
    const found = run(all, ...HIERARCHY, ...ITEMS, "--roster", few);
    expect(found.code, found.err).toBe(0);
    expect(found.err).toContain(
      "More respondents than students on the roster: school:S1 (24 of 1)",
    );
  });

  it("refuses a response of a class that is not on it, with its line", () => {
    const strays = [
      { ...rows[0]!, class: "S1-9Z", grade: "9" },
      { ...rows[0]!, class: "S1-6Z" },
    ];
    const file = roster("");
    const found = run(csvOf([...rows, ...strays]), ...HIERARCHY, ...ITEMS, "--roster", file);
    expect(found).toMatchObject({ code: 1, out: "" });
    expect(found.err).toContain(`line 98, column "grade": "9" in S1 is not in ${file}`);
    expect(found.err).toContain(`line 99, column "class": "S1-6Z" in S1, 6 is not in ${file}`);
  });

  it.each([
    ["school,class\nS1,S1-6A\n", 'roster.csv, line 1, column "grade": there is no such column'],
    ["school,grade,class\nS1,,S1-6A\n", 'roster.csv, line 2, column "grade": is empty'],
    ["school,grade,class\nS1,6\n", "roster.csv, line 2: has 2 cells where the header has 3"],
    ["school,grade,class\n", "roster.csv: has no rows below its header"],
  ])("refuses %j", (text, message) => {
    const file = fileWith("roster.csv", text);
    const found = run(csvOf(rows), ...HIERARCHY, ...ITEMS, "--roster", file);
    expect(found).toMatchObject({ code: 1, out: "" });
    expect(found.err).toContain(message);
  });
});

describe("input that cannot be used", () => {
  const head = "school,grade,class,gender,q1,q2";
  it.each([
    [`${head}\nS1,6,a,F,4,6\n`, 'line 2, column "q2": 6 is above 5, the end of the scale'],
    [`${head}\nS1,6,a,F,0,4\n`, 'line 2, column "q1": 0 is below 1, the end of the scale'],
    [`${head}\nS1,6,a,F,4.0,yes\n`, 'line 2, column "q2": "yes" is not a whole number'],
    [`${head}\nS1,6,a,F,4,4\nS1,6,a,F,2.5,4\n`, 'line 3, column "q1": "2.5" is not a whole number'],
    [`${head}\nS1,6,a,F,4,4\nS1,6,,F,4,4\n`, 'line 3, column "class": is empty'],
    [`${head}\n,6,a,F,4,4\nS1,6,a,F,4,4\n`, 'line 2, column "school": is empty'],
    [`${head}\nS1,6,a,,4,4\n`, 'column "gender": is empty in every row'],
    [`${head}\nS1,6,a,F,4\n`, "line 2: has 5 cells where the header has 6"],
    ["school,grade,q1,q1\nS1,6,4,4\n", 'has two columns called "q1"'],
    ["school,gender,q1\nS1,F,4\n", 'column "grade": there is no such column'],
    ["school,gender,q1\nS1,F,4\n", 'column "q2": there is no such column'],
    [`${head}\nS1,6,a,F\uFFFD,4,4\n`, "is not UTF-8 text"],
    [`${head}\nS1,6,${"a".repeat(101)},F,4,4\n`, "is longer than 100 characters"],
    [`${head}\n`, "has no rows below its header"],
    ["", "survey.csv: is empty"],
  ])("%j is refused, and nothing is written", (text, message) => {
    const file = fileWith("survey.csv", text);
    const out = join(dirname(file), "release.json");
    const found = hearth(["disclose", file, ...WITH_GENDER, ...ITEMS, "--out", out, "--json"]);
    expect(found).toMatchObject({ code: 1, out: "" });
    expect(found.err).toContain("survey.csv");
    expect(found.err).toContain(message);
    expect(existsSync(out)).toBe(false);
  });

  it("names at most twenty lines, and leaves a file that was there as it was", () => {
    const file = fileWith("survey.csv", `${head}\n${"S1,6,a,F,4,7\n".repeat(30)}`);
    const out = join(dirname(file), "release.json");
    writeFileSync(out, "yesterday's");
    const args = [file, ...WITH_GENDER, ...ITEMS, "--max", "6", "--out", out];
    const found = hearth(["disclose", ...args]);
    expect(found).toMatchObject({ code: 1, out: "" });
    expect(found.err.match(/7 is above --max 6/g)).toHaveLength(20);
    expect(found.err).toContain("stopped after 20 problems");
    expect(readFileSync(out, "utf8")).toBe("yesterday's");
    expect(readdirSync(dirname(out)).sort()).toEqual(["release.json", "survey.csv"]);

    writeFileSync(file, csvOf(madeSurvey({ schools: 1, grades: 1 })));
    expect(hearth(["disclose", ...args]).code).toBe(0);
    expect(parseRelease(readFileSync(out, "utf8"))).toMatchObject({ ok: true });
  });

  it("refuses names that would make two groups one", () => {
    const rows = madeSurvey({ schools: 1, grades: 1 });
    const odd = rows.map((row) => ({ ...row, school: "S1&gender=F" }));
    const found = run(csvOf([...rows, ...odd]), "--groups", "school,gender", ...ITEMS);
    expect(found).toMatchObject({ code: 1, out: "" });
    expect(found.err).toContain('two groups would both be called "school:S1&gender=F"');
  });
});

describe("a wrong command line", () => {
  const base = [...HIERARCHY, ...ITEMS];
  it.each([
    [["--k", "9"], "--k 9: k can be raised above 10, never lowered."],
    [["--k", "10.5"], "k must be a whole number"],
    [["--items", "q1,q2,q1"], "--items names q1 twice"],
    [["--groups", "school,school"], "--groups names school twice"],
    [["--items", "q1,class"], "class: in --groups and in --items"],
    [["--favourable", "good"], "--favourable needs whole numbers"],
    [["--unfavourable", "1,4"], "--favourable and --unfavourable both name 4"],
    [["--favourable", "4,5", "--max", "4"], "Code 5 is outside the scale, 1 to 4"],
    [["--min", "5", "--max", "5"], "--min must be below --max"],
    [["--min", "0.5"], "--min and --max are whole numbers"],
    [["--hierarchy", "4"], "--hierarchy is how many of the 3 groups nest"],
    [["--groups", "school,a:b"], "--groups a:b: rename the column"],
    [["--out", "lib"], "--out lib is a directory"],
    [["--out", "no/such/place.json"], "there is no such directory"],
    [["--out", "a.csv"], "--out a.csv would replace a file that is read"],
    [["--roster", "a.csv", "--out", "./a.csv"], "would replace a file that is read"],
  ])("%j: exit 2 and why", (args, message) => {
    const found = hearth(["disclose", "a.csv", ...base, ...args]);
    expect(found).toMatchObject({ code: 2, out: "" });
    expect(found.err).toContain(message);
  });

  it("does not replace a file that is read through a link", () => {
    const file = fileWith("survey.csv", csvOf(madeSurvey({ schools: 1 })));
    const link = join(dirname(file), "link.csv");
    symlinkSync(file, link);
    const found = hearth(["disclose", link, ...base, "--out", file]);
    expect(found).toMatchObject({ code: 2, out: "" });
    expect(found.err).toContain("would replace a file that is read");
  });

  it.each([
    [[], "Name the file to read"],
    [["a.csv"], "Name the groups: --groups a,b,c."],
    [["a.csv", ...HIERARCHY], "Name the items: --items a,b,c."],
    [["a.csv", ...HIERARCHY, "--items", "q1"], "Say which codes are favourable"],
    [["-", "--roster", "-", ...base], "Standard input is one file"],
  ])("%j: exit 2 and what is missing", (args, message) => {
    const found = hearth(["disclose", ...args]);
    expect(found).toMatchObject({ code: 2, out: "" });
    expect(found.err).toContain(message);
  });

  it("has a help, and writes beside the person who names a file", () => {
    expect(hearth(["disclose", "--help"]).out).toContain("Usage: hearth disclose RESPONSES.csv");
    const place = dirname(fileWith("survey.csv", csvOf(madeSurvey({ schools: 1, grades: 1 }))));
    const args = [...base, "--out", "release.json"].join(" ");
    const found = shell(
      `export INIT_CWD=${place} npm_lifecycle_event=hearth; $HEARTH disclose survey.csv ${args}`,
    );
    expect(found.code, found.err).toBe(0);
    expect(existsSync(join(place, "release.json"))).toBe(true);
  });
});
