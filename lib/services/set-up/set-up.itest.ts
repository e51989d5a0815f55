import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/access/actor";
import { listMargins } from "@/lib/data/margins";
import { printSlips } from "@/lib/services/waves/print-slips";
import { openTestWave } from "@/lib/services/waves/testdata/closed-wave";
import {
  administrator,
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { readSetUp } from "./read-set-up";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const elm = staff("school-administrator", { schoolIds: ["S1"] });
const ridge = staff("school-administrator", { schoolIds: ["S2"] });

async function done(actor: StaffActor): Promise<string[] | string> {
  const steps = await readSetUp(contextAt(MONDAY, actor));
  if (!steps.ok) return steps.code;
  return steps.value.filter((step) => step.done).map(({ id }) => id);
}

describe("the way to the first pulse", () => {
  it("is ticked off by what is there, for each administrator's own schools", async () => {
    expect(await done(administrator)).toEqual(["roster"]);
    const waveId = await openTestWave(["7A"], MONDAY);
    expect(await done(administrator)).toEqual(["roster", "questions", "pulse"]);
    expect(await done(elm)).toEqual(["questions", "pulse"]);
    expect(await done(ridge)).toEqual([]);
    const margins = await listMargins(waveId);
    expect(margins).toHaveLength(1);
    const printed = await printSlips(contextAt(MONDAY), { waveId, classId: "7A" });
    expect(printed.ok).toBe(true);
    expect(await done(elm)).toEqual(["questions", "pulse", "slips"]);
    expect(await done(ridge)).toEqual([]);
    await school.asOwner("UPDATE district SET consent = 'active'");
    expect(await done(ridge)).toEqual(["families"]);
  });

  it("starts with everything to do, and needs no optional step", async () => {
    await school.asOwner("DELETE FROM seats");
    await school.asOwner("UPDATE district SET consent = 'passive'");
    await school.asOwner("DELETE FROM waves");
    await school.asOwner("UPDATE classes SET active = false");
    const steps = await readSetUp(contextAt(MONDAY));
    const all = steps.ok ? steps.value : [];
    expect(all.map(({ id }) => id)).toEqual([
      ...["roster", "attendance", "people", "families", "help", "mail"],
      ...["questions", "pulse", "slips"],
    ]);
    expect(all.some((step) => step.done)).toBe(false);
    expect(all.filter(({ optional }) => !optional).map(({ id }) => id)).toEqual([
      ...["roster", "attendance", "people", "pulse", "slips"],
    ]);
  });

  it("is for administrators", async () => {
    expect(await done(staff("teacher", { classIds: ["7A"] }))).toBe("forbidden");
  });
});
