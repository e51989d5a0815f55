import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueEntry } from "@/lib/instruments/catalogue";
import { readClass } from "@/lib/services/insight/read-class";
import { readSchoolResults } from "@/lib/services/insight/read-school-results";
import { composeForm } from "@/lib/services/instruments/compose-form";
import { sealWave } from "./seal-wave";
import { closedTestWave } from "./testdata/closed-wave";
import { contextAt, MONDAY, openWaveSchool, staff, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const { items } = catalogueEntry("hearth-wide-6-12")!.instrument;
/** Belonging is low, it matters to all, and every fourth student has no classmate to ask. */
const answersOf = (at: number) =>
  items.map(({ id, construct }) => {
    switch (construct) {
      case "need-to-belong":
        return 5;
      case "network":
        return id === "network-1" ? [1, 2, 4, 5][at % 4]! : 5;
      case "barriers":
        return 4;
      default:
        return at % 5 === 0 ? 5 : 2;
    }
  });
const ballots = {
  "7A": Array.from({ length: 24 }, (_, at) => answersOf(at)),
  "7B": Array.from({ length: 20 }, (_, at) => answersOf(at)),
};
const DAY_MS = 86_400_000;
const sealedAt = (opens: Date) => new Date(opens.getTime() + 8 * DAY_MS);

async function sealedWave(opens: Date, questions = "hearth-wide-6-12.2") {
  const waveId = await closedTestWave(opens, ballots, { questions });
  const sealed = await sealWave(contextAt(sealedAt(opens), { kind: "system" }), waveId);
  if (!sealed.ok) throw new Error(sealed.code);
  const results = await readSchoolResults(contextAt(sealedAt(opens)), waveId);
  const view = await readClass(contextAt(sealedAt(opens)), "7A");
  if (!results.ok || !view.ok) throw new Error("not shown");
  return { school: results.value.schools[0]!, pulse: view.value.pulse! };
}

describe("what stands beside belonging", () => {
  it("is never in the figure, and need stands beside fulfilment as a gap", async () => {
    const { pulse, school: own } = await sealedWave(new Date("2026-09-07T14:00:00Z"));
    if ("kind" in pulse.belonging) throw new Error("withheld");
    // The index alone: a fifth is favourable, however much it matters.
    expect(pulse.belonging.band.hi).toBeLessThan(0.5);
    expect(pulse.themes.gap).toMatchObject({ verdict: "wanted-and-missing" });
    const beside = pulse.themes.figures.filter(({ inIndex }) => !inIndex);
    expect(beside.map(({ construct }) => construct)).toEqual([
      "voice-tasks",
      "barriers",
      "engagement",
      "need-to-belong",
    ]);
    // "Often" meeting barriers is unfavourable.
    const barriers = beside.find(({ construct }) => construct === "barriers")!.belonging;
    expect("kind" in barriers ? 1 : barriers.band.hi).toBeLessThan(0.2);
    // One pulse says too little of who has nobody.
    expect(own.people).toEqual([]);
    expect(own.questions.find(({ id }) => id === "network-1")?.others).toBeNull();
  });

  it("says over two pulses how many have nobody to turn to", async () => {
    const { school: own } = await sealedWave(new Date("2026-10-05T14:00:00Z"));
    expect(own.people.map(({ text }) => text.includes("class"))).toEqual([true, false]);
    const [classmates, adults] = own.people;
    expect(classmates!.figure.none.lo).toBeLessThanOrEqual(0.25);
    expect(classmates!.figure.none.hi).toBeGreaterThanOrEqual(0.25);
    // None, 1, 3 and 4: two on average.
    expect(classmates!.figure.mean.lo).toBeLessThanOrEqual(2);
    expect(classmates!.figure.mean.hi).toBeGreaterThanOrEqual(2);
    expect(classmates!.density!.hi).toBeLessThan(0.25);
    expect(adults!.density).toBeNull();
  });

  it("can be put together by a district, and asked", async () => {
    const chosen = { title: "Our autumn", items: ["acceptance-1", "barriers-1", "network-2"] };
    expect(
      await composeForm(contextAt(MONDAY, staff("teacher", { classIds: ["7A"] })), chosen),
    ).toEqual({
      ok: false,
      code: "forbidden",
    });
    expect(await composeForm(contextAt(MONDAY), { ...chosen, title: " " })).toMatchObject({
      fields: { title: expect.any(String) as string },
    });
    expect(
      await composeForm(contextAt(MONDAY), { ...chosen, items: ["barriers-1"] }),
    ).toMatchObject({
      fields: { items: expect.stringContaining("belonging figure") as string },
    });
    const made = await composeForm(contextAt(MONDAY), chosen);
    expect(made).toEqual({ ok: true, value: { key: "own-our-autumn.1" } });
    expect(await composeForm(contextAt(MONDAY), chosen)).toEqual(made);
    const events = await school.asOwner(
      "SELECT 1 FROM audit_events WHERE action = 'instrument.composed'",
    );
    expect(events).toHaveLength(1);
    const asked = items.map(({ id }) => id);
    const positions = ["acceptance-1", "barriers-1", "network-2"].map((id) => asked.indexOf(id));
    const short = Object.fromEntries(
      Object.entries(ballots).map(([id, all]) => [
        id,
        all.map((answers) => positions.map((at) => answers[at] ?? null)),
      ]),
    );
    const waveId = await closedTestWave(new Date("2026-11-02T14:00:00Z"), short, {
      questions: "own-our-autumn.1",
    });
    const system = contextAt(new Date("2026-11-10T14:00:00Z"), { kind: "system" });
    expect(await sealWave(system, waveId)).toMatchObject({ ok: true });
    const view = await readClass(contextAt(new Date("2026-11-10T14:00:00Z")), "7A");
    const pulse = view.ok ? view.value.pulse : null;
    expect(pulse?.items.map(({ id, inIndex }) => [id, inIndex])).toEqual([
      ["acceptance-1", true],
      ["barriers-1", false],
      ["network-2", false],
    ]);
    expect(pulse?.themes.figures.map(({ construct }) => construct)).toEqual([
      "acceptance",
      "barriers",
    ]);
  });
});
