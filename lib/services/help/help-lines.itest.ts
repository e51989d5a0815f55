import { afterAll, beforeAll, expect, it } from "vitest";
import { listHelpLines } from "@/lib/data/help-lines";
import { helpLineSchema, type HelpLineInput } from "@/lib/help/help-line";
import {
  administrator,
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { deleteHelpLine } from "./delete-help-line";
import { moveHelpLineUp } from "./move-help-line";
import { readHelpLines } from "./read-help-lines";
import { saveHelpLine } from "./save-help-line";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const as = (actor = administrator) => contextAt(MONDAY, actor);
const line = (name: string, language = "all"): HelpLineInput =>
  helpLineSchema.parse({ ...{ language, name, phone: "988" }, textNumber: "", chatUrl: "" });
const save = (row: HelpLineInput, id: string | null = null) =>
  saveHelpLine(as(), { id, line: row });
const names = async (language = "all") =>
  (await listHelpLines()).filter((row) => row.language === language).map((row) => row.name);

it("lines are added, changed, ordered and deleted by district administrators; the log says so", async () => {
  for (const actor of [staff("teacher"), staff("school-administrator", { schoolIds: ["S1"] })]) {
    expect(await readHelpLines(as(actor))).toMatchObject({ code: "forbidden" });
    expect(await saveHelpLine(as(actor), { id: null, line: line("A") })).toMatchObject({
      code: "forbidden",
    });
  }
  for (const name of ["A", "B", "C"]) await save(line(name));
  await save(line("Ayuda", "es"));
  const ids = new Map((await listHelpLines()).map(({ id, name }) => [name, id]));
  const id = (name: string) => ids.get(name) ?? "";
  expect((await moveHelpLineUp(as(), { id: id("C") })).ok).toBe(true);
  expect(await names()).toEqual(["A", "C", "B"]);
  expect((await moveHelpLineUp(as(), { id: id("A") })).ok).toBe(true);
  expect(await names()).toEqual(["A", "C", "B"]);
  await save(line("A2"), id("A"));
  expect(await names()).toEqual(["A2", "C", "B"]);
  await save(line("A2", "es"), id("A"));
  expect(await names("es")).toEqual(["Ayuda", "A2"]);
  expect((await deleteHelpLine(as(), { id: id("C") })).ok).toBe(true);
  expect(await names()).toEqual(["B"]);
  for (const gone of [
    await deleteHelpLine(as(), { id: id("C") }),
    await moveHelpLineUp(as(), { id: id("C") }),
    await save(line("C"), id("C")),
  ]) {
    expect(gone).toMatchObject({ code: "missing" });
  }
  expect(await readHelpLines(as())).toMatchObject({ value: { timeZone: "America/Chicago" } });
  const events = await school.asOwner(
    "SELECT action FROM audit_events WHERE action LIKE 'help-line.%' ORDER BY action",
  );
  expect(events.map(({ action }) => String(action).slice(10)).join()).toBe(
    "added,added,added,added,changed,changed,changed,deleted",
  );
});

it("a language has six lines at most, also when two are added at once or one is moved there", async () => {
  for (let count = 0; count < 5; count++) await save(line(`L${String(count)}`, "en"));
  const both = await Promise.all([save(line("L5", "en")), save(line("L6", "en"))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [other] = (await listHelpLines()).filter(({ language }) => language === "all");
  expect(await save(line("L7", "en"), other?.id ?? "")).toMatchObject({ code: "invalid" });
  const [own] = (await listHelpLines()).filter(({ language }) => language === "en");
  expect((await save(line("L0, changed", "en"), own?.id ?? "")).ok).toBe(true);
  expect(await names("en")).toHaveLength(6);
});
