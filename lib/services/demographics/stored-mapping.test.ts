import { describe, expect, it } from "vitest";
import { openCsv } from "@/lib/attendance/csv-records";
import { surveyColumns } from "@/lib/roster/demographics/survey-columns";
import { sampleFile } from "../imports/sample-files";
import { demographicsForm, storedMapping } from "./stored-mapping";

const RUN = { runId: "r", student: "Id" };
const language = { "take:column:Language": "on", "name:column:Language": " home  language " };

function fieldsOf(form: object): string[] {
  const parsed = demographicsForm.safeParse({ ...RUN, ...form });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
}

describe("the form that chooses columns", () => {
  it("takes what is ticked under its name, and leaves what is not", () => {
    const form = { ...RUN, ...language, "take:race": "on", "name:race": "race", "name:sex": "sex" };
    const { mapping } = demographicsForm.parse(form);
    expect(mapping).toEqual({
      student: "Id",
      take: [
        { source: { kind: "column", column: "Language" }, name: "home language" },
        { source: { kind: "race" }, name: "race" },
      ],
    });
    // What is stored with the run is read again as it was.
    expect(storedMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it("says at its field what is missing or wrong", () => {
    expect(fieldsOf({})).toEqual(["take"]);
    expect(fieldsOf({ ...language, student: "" })).toEqual(["student"]);
    expect(fieldsOf({ ...language, "name:column:Language": " " })).toEqual([
      "name:column:Language",
    ]);
    expect(fieldsOf({ ...language, "name:column:Language": "x".repeat(61) })).toEqual([
      "name:column:Language",
    ]);
    expect(fieldsOf({ ...language, "take:sex": "on", "name:sex": "Home Language" })).toEqual([
      "name:sex",
    ]);
    const seven = Object.fromEntries(
      Array.from({ length: 7 }, (_, at) => [
        [`take:column:c${String(at)}`, "on"],
        [`name:column:c${String(at)}`, `c${String(at)}`],
      ]).flat(),
    ) as object;
    expect(fieldsOf(seven)).toEqual(["take"]);
  });

  it("has no mapping in a run where none was chosen", () => {
    expect(storedMapping({})).toBeNull();
    expect(storedMapping(null)).toBeNull();
    expect(storedMapping({ student: "Id", take: [] })).toBeNull();
  });
});

describe("the sample file", () => {
  it("is read as its page promises", async () => {
    const bytes = sampleFile("demographics.csv")?.bytes ?? new Uint8Array();
    const csv = await openCsv(
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
    );
    if (!csv.ok) throw new Error(csv.problems.join());
    const students = new Set(["sample-student-1", "sample-student-2", "sample-student-3"]);
    const survey = await surveyColumns(csv.headers, csv.rows, students);
    expect(survey.student).toBe("Student_id");
    const offered = survey.sources.filter(({ label }) => label !== "Student_id");
    expect(offered.map(({ name, values }) => [name, values?.length])).toEqual([
      ["home language", 3],
      ["gender", 2],
    ]);
  });
});
