import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCsv } from "@/lib/attendance/csv-records";
import { bindMapping, type DemographicsMapping } from "./bind-mapping";
import { MOST_CATEGORIES } from "./dimension";
import { type DemographicsReading, readDemographics } from "./read-demographics";
import { reduceOneRoster } from "./reduce-file";
import { surveyColumns } from "./survey-columns";

const STUDENTS = new Set(["p1", "p2", "p3", "p4"]);
const LANGUAGE: DemographicsMapping = {
  student: "Id",
  take: [{ source: { kind: "column", column: "Language" }, name: "home language" }],
};

async function open(text: string) {
  const csv = await openCsv(bytesOf(text));
  if (!csv.ok) throw new Error(csv.problems.join());
  return csv;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

async function read(
  text: string,
  mapping = LANGUAGE,
  students: ReadonlySet<string> = STUDENTS,
): Promise<DemographicsReading> {
  const csv = await open(text);
  const bound = bindMapping(csv.headers, mapping);
  if (!bound.ok) return bound;
  return readDemographics(csv.rows, bound.bound, mapping.student, students);
}

async function understood(text: string, mapping = LANGUAGE) {
  const reading = await read(text, mapping);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

describe("reading demographics", () => {
  it("keeps the chosen columns of students on the roster, and nothing else", async () => {
    const { report, categories } = await understood(
      "Id,Language,Born\np1,English,2013-02-03\np2, Arabic ,2013-04-05\np3,,2013-06-07\n",
    );
    expect(categories).toEqual([
      { personId: "p1", dimension: "home language", category: "English" },
      { personId: "p2", dimension: "home language", category: "Arabic" },
    ]);
    expect(report).toMatchObject({ rows: 3, found: 3, absent: 1, skipped: [] });
    expect(report.dimensions).toEqual([
      {
        name: "home language",
        students: 2,
        categories: [
          { category: "Arabic", students: 1 },
          { category: "English", students: 1 },
        ],
      },
    ]);
    expect(JSON.stringify({ report, categories })).not.toContain("2013");
  });

  it("uses the first of two rows of a student that differ, and names both lines", async () => {
    const { report, categories } = await understood(
      "Id,Language\np1,English\np2,Arabic\np1,Spanish\np2,arabic\n",
    );
    expect(categories).toContainEqual(
      expect.objectContaining({ personId: "p1", category: "English" }),
    );
    // The same value again is no conflict, in whatever case it is written.
    expect(report.skipped).toEqual([
      {
        line: 4,
        column: "Language",
        reason:
          "this student is on line 2 too, with another value for home language; line 2 was used",
      },
    ]);
  });

  it("takes what a first row leaves open from a later one", async () => {
    const { report, categories } = await understood("Id,Language\np1,\np1,Spanish\n");
    expect(categories.map(({ category }) => category)).toEqual(["Spanish"]);
    expect(report.skipped).toEqual([]);
  });

  it("counts rows of students who are not on the roster, with their lines", async () => {
    const { report } = await understood("Id,Language\np1,English\nx,English\ny,Thai\nx,Thai\n");
    expect(report.unknown).toEqual({ rows: 3, students: 2, lines: [3, 4, 5] });
    expect(report.dimensions[0]?.categories).toEqual([{ category: "English", students: 1 }]);
  });

  it("skips bad rows with line and reason, and never quotes a value", async () => {
    const secret = `secret${"x".repeat(80)}`;
    const { report, categories } = await understood(
      `Id,Language\np1,English,more\n,English\np2,${secret}\np3,En"glish\np4,English\n`,
    );
    expect(report.skipped.map(({ line, column }) => [line, column])).toEqual([
      [2, null],
      [3, "Id"],
      [4, "Language"],
      [5, null],
    ]);
    expect(JSON.stringify(report)).not.toContain("secret");
    expect(categories.map(({ personId }) => personId)).toEqual(["p4"]);
  });

  it("refuses a column with too many different values, by its field", async () => {
    const ids = Array.from({ length: MOST_CATEGORIES + 1 }, (_, at) => `s${String(at)}`);
    const text = `Id,Language\n${ids.map((id) => `${id},born ${id}`).join("\n")}\n`;
    const reading = await read(text, LANGUAGE, new Set(ids));
    expect(reading).toMatchObject({ ok: false });
    expect(reading.ok ? {} : reading.problems).toEqual({
      "take:column:Language": "This column has 41 different values; a demographic may have 40.",
    });
    const fewer = await read(text, LANGUAGE, new Set(ids.slice(1)));
    expect(fewer.ok).toBe(true);
  });

  it("refuses columns that are not there, are there twice, or are the student's number", async () => {
    const problems = async (text: string, mapping: DemographicsMapping) => {
      const reading = await read(text, mapping);
      return reading.ok ? [] : Object.keys(reading.problems);
    };
    expect(await problems("Nr,Language\np1,x\n", LANGUAGE)).toEqual(["student"]);
    expect(await problems("Id,Tongue\np1,x\n", LANGUAGE)).toEqual(["take:column:Language"]);
    expect(await problems("Id,Language,Language\np1,x,y\n", LANGUAGE)).toEqual([
      "take:column:Language",
    ]);
    expect(await problems("Id,Id,Language\np1,p1,y\n", LANGUAGE)).toEqual(["student"]);
    const itself = {
      ...LANGUAGE,
      take: [{ source: { kind: "column", column: "Id" }, name: "id" }],
    };
    expect(await problems("Id,Language\np1,x\n", itself as DemographicsMapping)).toEqual([
      "take:column:Id",
    ]);
  });

  it("gives a student at most one category a demographic, whatever rows there are", async () => {
    const row = fc.tuple(fc.constantFrom("p1", "p2", "p9"), fc.constantFrom("A", "a", "B", ""));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        const text = `Id,Language\n${rows.map((cells) => cells.join(",")).join("\n")}\n`;
        const { report, categories } = await understood(text);
        const people = categories.map(({ personId }) => personId);
        expect(new Set(people).size).toBe(people.length);
        for (const { personId, category } of categories) {
          const first = rows.find(([id, cell]) => id === personId && cell !== "");
          expect(category.toLowerCase()).toBe(first?.[1].toLowerCase());
        }
        const [dimension] = report.dimensions;
        expect(dimension?.students).toBe(categories.length);
        expect(report.rows).toBe(rows.length);
      }),
    );
  });
});

describe("OneRoster's demographics.csv", () => {
  const FILE =
    "sourcedId,status,dateLastModified,birthDate,sex,asian,white,hispanicOrLatinoEthnicity,cityOfBirth,metadata.homeLanguage\n" +
    'p1,,,2013-01-01,female,true,false,false,"Lyon, France",French\n' +
    'p2,,,2013-01-02,ma"le,true,true,false,Elm,English\n' +
    "p3,,,2013-01-03,male,true\n" +
    "p4,tobedeleted,,2013-01-04,male,true,true,false,Elm,English\n";
  const BOTH: DemographicsMapping = {
    student: "sourcedId",
    take: [
      { source: { kind: "sex" }, name: "sex" },
      { source: { kind: "race" }, name: "race or ethnicity" },
      { source: { kind: "column", column: "metadata.homeLanguage" }, name: "home language" },
    ],
  };

  it("loses birth dates and places before it waits on a disk, and reads the same", async () => {
    const reduced = await reduceOneRoster(new TextEncoder().encode(FILE));
    const text = new TextDecoder().decode(reduced ?? new Uint8Array());
    expect(text).not.toMatch(/2013|Lyon|Elm|birthDate|cityOfBirth/);
    const whole = await understood(FILE, BOTH);
    expect(await understood(text, BOTH)).toEqual(whole);
    expect(whole.report.skipped.map(({ line }) => line)).toEqual([3, 4]);
    expect(whole.report.deleted).toBe(1);
    expect(whole.categories).toEqual([
      { personId: "p1", dimension: "sex", category: "female" },
      { personId: "p1", dimension: "race or ethnicity", category: "Asian" },
      { personId: "p1", dimension: "home language", category: "French" },
    ]);
  });

  it("leaves any other file as it is", async () => {
    expect(await reduceOneRoster(new TextEncoder().encode("Id,Language\np1,x\n"))).toBeNull();
    expect(await reduceOneRoster(new Uint8Array())).toBeNull();
  });
});

describe("the survey of a file", () => {
  it("finds the student's number by the roster and lists values of what may be taken", async () => {
    const many = Array.from({ length: 60 }, (_, at) => `n${String(at)}`);
    const text = `Name,Nr,Language\n${many.map((name, at) => `${name},p${String(at)},${at % 3 === 0 ? "English" : "Thai"}`).join("\n")}\n`;
    const csv = await open(text);
    const survey = await surveyColumns(csv.headers, csv.rows, STUDENTS);
    expect(survey.student).toBe("Nr");
    expect(survey.rows).toBe(60);
    expect(survey.sources.map(({ label, values }) => [label, values])).toEqual([
      ["Name", null],
      ["Nr", null],
      ["Language", ["Thai", "English"]],
    ]);
  });
});
