import { describe, expect, it } from "vitest";
import { openCsv } from "@/lib/attendance/csv-records";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { bindMapping } from "@/lib/roster/demographics/bind-mapping";
import { readDemographics } from "@/lib/roster/demographics/read-demographics";
import { demoAnswers } from "./answers";
import { DEMO_DIMENSIONS, demoDemographics, demoDemographicsCsv } from "./demographics";
import { demoDistrict } from "./district";
import { DEMO_SEED } from "./truths";

const students = demoDistrict(DEMO_SEED).classes.flatMap(({ studentIds }) => studentIds);

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

describe("demo demographics", () => {
  it("are taken whole by the real importer: nothing left out, every school has groups", async () => {
    const csv = await openCsv(bytes(demoDemographicsCsv(DEMO_SEED)));
    if (!csv.ok) throw new Error(csv.problems.join());
    const take = Object.values(DEMO_DIMENSIONS).map(({ column, name }) => ({
      ...{ source: { kind: "column" as const, column }, name },
    }));
    const bound = bindMapping(csv.headers, { student: "Student_id", take });
    if (!bound.ok) throw new Error(JSON.stringify(bound.problems));
    const reading = await readDemographics(csv.rows, bound.bound, "Student_id", new Set(students));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { report } = reading;
    expect(report).toMatchObject({ rows: 1400, found: 1400, absent: 0, skipped: [] });
    expect(report.dimensions.map(({ name, categories }) => [name, categories.length])).toEqual([
      ["home language", 5],
      ["gender", 3],
    ]);
    // Some are not recorded, as in life.
    expect(report.dimensions.every((row) => row.students < 1400 && row.students > 1300)).toBe(true);
  });

  it("are the same for the same seed", () => {
    expect(demoDemographicsCsv(DEMO_SEED)).toBe(demoDemographicsCsv(DEMO_SEED));
    expect(demoDemographicsCsv(1)).not.toBe(demoDemographicsCsv(DEMO_SEED));
  });

  it("give the last sealed pulse each ballot once more, by school and language, in another order", () => {
    const pulse = { itemIds: PULSE_6_12.items.map(({ id }) => id), points: 5 };
    const waves = demoAnswers(DEMO_SEED, pulse);
    const schools = new Map(demoDistrict(DEMO_SEED).classes.map((row) => [row.id, row.schoolId]));
    const languages = demoDemographics(DEMO_SEED);
    const last = waves.sealed.at(-1) ?? [];
    const sorted = (ballots: readonly (readonly number[])[]) => ballots.map(String).sort();
    for (const schoolId of new Set(schools.values())) {
      const classes = last.filter(({ classId }) => schools.get(classId) === schoolId);
      const boxes = waves.byLanguage.filter((box) => box.schoolId === schoolId);
      const inClasses = classes.flatMap(({ ballots }) => ballots);
      const inBoxes = boxes.flatMap(({ ballots }) => ballots);
      expect(sorted(inBoxes)).toEqual(sorted(inClasses));
      expect(inBoxes.map(String)).not.toEqual(inClasses.map(String));
      for (const { language, ballots } of boxes) {
        const collected = classes.flatMap((row) => row.collected);
        const own = collected.filter((id) => languages.get(id)?.homeLanguage === language);
        expect(ballots).toHaveLength(own.length);
      }
    }
  });
});
