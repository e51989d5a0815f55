import { describe, expect, it } from "vitest";
import { gradeValue, scheduleForm } from "./schedule-form";

const form = (more: object) => ({
  title: "Pulse",
  scope: "classes",
  classes: ["7A"],
  start: "later",
  opens: "2026-11-24T08:00",
  closes: "2026-11-30T15:00",
  ...more,
});
const scopeOf = (more: object) => scheduleForm.parse(form(more)).scope;

describe("the form that schedules a pulse", () => {
  it("reads each kind of audience", () => {
    expect(scopeOf({ scope: "district" })).toEqual({ kind: "district" });
    expect(scopeOf({ scope: "school", school: "S1" })).toEqual({ kind: "school", ids: ["S1"] });
    expect(scopeOf({ scope: "grade", grade: gradeValue('S"1', "07") })).toEqual({
      kind: "grade",
      ids: ["07"],
      schools: ['S"1'],
    });
    expect(scopeOf({ classes: ["7A", "7B", "7A"] })).toEqual({
      kind: "classes",
      ids: ["7A", "7B"],
    });
  });

  it("reads local times, with seconds or without, and now", () => {
    const later = scheduleForm.parse(form({ closes: "2026-11-30T15:00:30" }));
    expect(later).toMatchObject({
      opens: { date: "2026-11-24", time: "08:00" },
      closes: { date: "2026-11-30", time: "15:00" },
    });
    expect(scheduleForm.parse(form({ start: "now", opens: "" })).opens).toBe("now");
  });

  it("reads the demographics that are ticked; a form without boxes ticks none", () => {
    expect(scheduleForm.parse(form({})).dimensions).toEqual([]);
    const ticked = ["gender", "home language"];
    expect(scheduleForm.parse(form({ dimensions: ticked })).dimensions).toEqual(ticked);
  });

  it("reads how students get in, and leaves what nobody chose to the service", () => {
    expect(scheduleForm.parse(form({})).admission).toBeUndefined();
    expect(scheduleForm.parse(form({ admission: "roster" })).admission).toBe("roster");
  });

  it.each([
    [{ scope: "everyone" }, "scope"],
    [{ scope: "school" }, "school"],
    [{ scope: "grade", grade: "{" }, "grade"],
    [{ classes: [] }, "classes"],
    [{ opens: "" }, "opens"],
    [{ closes: "tomorrow" }, "closes"],
    [{ start: undefined }, "start"],
  ])("says which field is missing %j", (more, field) => {
    const parsed = scheduleForm.safeParse(form(more));
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });

  it("reads three trustees where they are asked for, also empty places", () => {
    const named = { trustee1: "a", trustee2: "", trustee3: "c" };
    expect(scheduleForm.parse(form({ holders: "trustees", ...named }))).toMatchObject({
      trustees: ["a", "", "c"],
    });
    expect(scheduleForm.parse(form({ holders: "trustees" })).trustees).toEqual(["", "", ""]);
    expect(scheduleForm.parse(form({ holders: "hearth", ...named })).trustees).toBeUndefined();
    expect(scheduleForm.parse(form(named)).trustees).toBeUndefined();
  });
});
