import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findWave } from "@/lib/data/waves";
import { instrumentToCsv, instrumentToJson } from "@/lib/instruments/instrument-file";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { readScheduleChoices } from "@/lib/services/waves/read-schedule-choices";
import { scheduleWave } from "@/lib/services/waves/schedule-wave";
import {
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { importInstrument } from "./import-instrument";
import { readCatalogue, readInstrument } from "./read-instruments";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const ours = {
  ...PULSE_6_12,
  version: 1,
  id: "our-scale",
  title: { ...PULSE_6_12.title, en: "Our scale", es: "Nuestra escala" },
};
const teacher = staff("teacher", { classIds: ["7A"] });
const context = () => contextAt(MONDAY);
const importText = (text: string, actor?: typeof teacher) =>
  importInstrument(contextAt(MONDAY, actor), bytes(text));

describe("instruments", () => {
  it("are listed for all staff, and brought in by district administrators from JSON or CSV", async () => {
    const before = await readCatalogue(contextAt(MONDAY, teacher));
    expect(before).toMatchObject({ ok: true, value: { mayImport: false } });
    expect(before.ok && before.value.instruments).toHaveLength(10);
    for (const actor of [teacher, staff("school-administrator", { schoolIds: ["S1"] })]) {
      expect(await importText(instrumentToJson(ours), actor)).toEqual({
        ok: false,
        code: "forbidden",
      });
    }
    expect(await readCatalogue(contextAt(MONDAY, teacher))).toEqual(before);

    // The same from both kinds of file is one instrument.
    for (const text of [instrumentToJson(ours), instrumentToCsv(ours)]) {
      expect(await importText(text)).toEqual({ ok: true, value: { key: "our-scale.1" } });
    }
    expect(await readInstrument(contextAt(MONDAY, teacher), "our-scale.1")).toMatchObject({
      value: { instrument: ours, purpose: null },
    });
    const events = await school.asOwner(
      "SELECT account_name FROM audit_events WHERE action = 'instrument.imported'",
    );
    expect(events).toHaveLength(1);
  });

  it("never change once they are there, and never pass for Hearth's own", async () => {
    const [first, ...rest] = ours.items;
    const changed = {
      ...ours,
      items: [{ ...first!, text: { ...first!.text, en: "Other", es: "Otra" } }, ...rest],
    };
    expect(await importText(instrumentToJson(changed))).toMatchObject({
      code: "invalid",
      fields: { file: expect.stringContaining("new version") as string },
    });
    expect(await importText(instrumentToJson({ ...changed, version: 2 }))).toMatchObject({
      value: { key: "our-scale.2" },
    });
    expect(await importText(instrumentToJson(PULSE_6_12))).toMatchObject({
      fields: { file: expect.stringContaining("Hearth's own") as string },
    });
  });

  it.each([
    ["nothing", "", "Choose a file."],
    [
      "a file that is wrong in one place",
      instrumentToCsv(ours).replace(",repair,", ",x,").replace("acceptance,", "belonging,"),
      "line 2, construct: ",
    ],
    ["too large a file", "x".repeat(500_001), "too large"],
  ])("refuse %s, saying where", async (_, text, words) => {
    const refused = await importText(text);
    expect(refused.ok ? "" : refused.fields?.file).toContain(words);
  });

  it("refuse what is not UTF-8", async () => {
    expect(await importInstrument(context(), new Uint8Array([0xff, 0xfe, 0x22]))).toMatchObject({
      fields: { file: expect.stringContaining("UTF-8") as string },
    });
  });

  it("can be asked in a pulse, if they are for that", async () => {
    const beside = {
      ...PULSE_6_12,
      id: "only-barriers",
      items: [{ ...PULSE_6_12.items[0]!, construct: "barriers" as const, anchor: false }],
    };
    expect((await importText(instrumentToJson(beside))).ok).toBe(true);
    const choices = await readScheduleChoices(context());
    const keys = choices.ok ? choices.value.questions.map(({ key }) => key) : [];
    expect(keys[0]).toBe("hearth-pulse-6-12.2");
    expect(keys).toContain("hearth-class-3-5.2");
    expect(keys).toContain("our-scale.1");
    expect(keys).not.toContain("hearth-staff.2");
    expect(keys).not.toContain("only-barriers.1");
    const request = {
      title: "Others",
      scope: { kind: "classes", ids: ["7A"] },
      opens: "now",
      closes: { date: "2026-12-01", time: "12:00" },
    } as const;
    for (const questions of ["hearth-staff.2", "no-such-thing.1"]) {
      expect(await scheduleWave(context(), { ...request, questions })).toMatchObject({
        code: "invalid",
        fields: { questions: "Choose what to ask." },
      });
    }
    const scheduled = await scheduleWave(context(), {
      ...request,
      questions: "hearth-class-3-5.2",
    });
    if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
    const wave = await findWave(scheduled.value.waveId);
    expect(wave?.instrument).toMatchObject({ id: "hearth-class-3-5", scale: { points: 4 } });
  });
});
