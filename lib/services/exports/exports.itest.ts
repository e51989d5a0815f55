import { randomBytes, randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textsOfPdf } from "@/e2e/support/pdf-texts";
import type { StaffActor } from "@/lib/access/actor";
import { closeDatabase, webPool } from "@/lib/data/client";
import type { ExportRequest } from "@/lib/exports/export-request";
import { readXlsx } from "@/lib/exports/testdata/read-xlsx";
import type { ServiceContext } from "@/lib/services/context";
import {
  sealWaveOf,
  seedAdministrator,
  seedRoster,
  type StaffDistrict,
} from "@/scripts/testing/staff-district";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import { exportClass } from "./export-class";
import { exportSchool } from "./export-school";
import { exportWave } from "./export-wave";
import type { ExportedFile } from "./exported-file";

const NOW = new Date("2026-11-23T12:00:00Z");
const DAY_MS = 24 * 3600_000;
const SMALL = "s1-c04";
const MOVED = "s1-c05";
const EVIL = "s1-c06";
const EVIL_TITLE = '=HYPERLINK("http://x.example","7A")';
const CSV: ExportRequest = { format: "csv", from: null, to: null, paper: null };
const ACCOUNT = randomUUID();

let district: StaffDistrict;
let database: Awaited<ReturnType<typeof connectTestDatabase>>;
let [before, last] = ["", ""];

function as(role: StaffActor["role"], more: Partial<StaffActor> = {}): ServiceContext {
  const actor: StaffActor = {
    ...{ kind: "staff", accountId: ACCOUNT, name: "Robin Staff", role },
    ...{ schoolIds: [], classIds: [], ...more },
  };
  return { actor, now: NOW, randomBytes, randomUuid: randomUUID };
}
const administrator = as("district-administrator");
const principal = as("school-administrator", { schoolIds: ["s2"] });

async function file(
  outcome: Promise<{ ok: true; value: ExportedFile } | { ok: false; code: string }>,
): Promise<Uint8Array> {
  const made = await outcome;
  if (!made.ok) throw new Error(made.code);
  return made.value.bytes;
}

type Row = Readonly<Record<string, string>>;

function rowsOf(bytes: Uint8Array): Row[] {
  return parse(Buffer.from(bytes), { columns: true, bom: true, record_delimiter: "\r\n" });
}

beforeAll(async () => {
  database = await connectTestDatabase();
  await seedAdministrator(ACCOUNT);
  district = await seedRoster({ schools: 2, classesPerSchool: 15, students: 23 });
  const named = district.classes.map((row) =>
    row.id === EVIL ? { ...row, title: EVIL_TITLE } : row,
  );
  await webPool().query("UPDATE classes SET title = $2 WHERE id = $1", [EVIL, EVIL_TITLE]);
  before = await sealWaveOf(district, new Date(NOW.getTime() - 40 * DAY_MS), {
    title: "October pulse",
    classes: named,
  });
  // Three of the class changed: neither none nor five.
  const moved = named.find((row) => row.id === MOVED)!;
  moved.roster = [...moved.roster.slice(3), "new-1", "new-2", "new-3"];
  last = await sealWaveOf(district, new Date(NOW.getTime() - 5 * DAY_MS), {
    title: "November pulse",
    classes: named,
  });
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

interface Cell {
  readonly title: string;
  readonly item: string;
  readonly n: number;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly withheld: string | null;
  readonly seats: number;
  readonly from: number;
  readonly to: number;
}

async function cellsOf(waveId: string): Promise<Map<string, Cell>> {
  const { rows } = await webPool().query<Cell & { class_id: string; text: string | null }>(
    `SELECT m.label AS title, c.class_id, c.item, c.n, c.lo, c.hi, c.withheld, c.roster_size AS seats,
            c.participation_lo AS "from", c.participation_hi AS "to",
            (SELECT i -> 'text' ->> 'en' FROM waves w, jsonb_array_elements(w.instrument -> 'items') i
             WHERE w.id = c.wave_id AND i ->> 'id' = c.item) AS text
     FROM release_cells c JOIN margins m ON m.wave_id = c.wave_id AND m.class_id = c.class_id
     JOIN classes k ON k.id = c.class_id WHERE c.wave_id = $1 AND c.level = 'class'`,
    [waveId],
  );
  const schoolOf = (id: string) =>
    id.startsWith("s1") ? "Alder Creek Middle School" : "Birchwood School";
  return new Map(
    rows.map((row) => [`${schoolOf(row.class_id)}|${row.title}|${row.text ?? ""}`, row]),
  );
}

/** Without the apostrophe that keeps a formula from running. */
const plain = (text = "") => text.replace(/^'/u, "");

describe("the export of a pulse", () => {
  it("holds each class's released bands, rounded outwards, and nothing else", async () => {
    const cells = await cellsOf(last);
    const rows = rowsOf(await file(exportWave(administrator, last, "csv")));
    const questions = rows.filter((row) => row["About"] === "Question");
    const items = [...cells.values()].filter(({ item }) => item !== "");
    const withheld = [...cells.values()].filter(
      (cell) => cell.item === "" && cell.withheld !== null,
    );
    expect(withheld.length).toBeGreaterThan(0);
    // A question a class: also of those that are withheld, of which the release has no cells.
    expect(questions).toHaveLength(items.length + 6 * withheld.length);
    for (const row of questions) {
      const at = `${row["School"]}|${plain(row["Class"])}`;
      const cell = cells.get(`${at}|${row["Question"]}`);
      const head = cells.get(`${at}|`)!;
      const [atLeast, atMost] = [row["Favourable at least (%)"], row["Favourable at most (%)"]];
      if (cell === undefined) {
        expect([atLeast, atMost, row["Why not shown"]]).toEqual([
          "withheld",
          "withheld",
          head.withheld,
        ]);
      } else {
        expect(atLeast).toBe(String(Math.floor((100 * cell.lo!) / cell.n)));
        expect(atMost).toBe(String(Math.ceil((100 * cell.hi!) / cell.n)));
      }
      expect([row["Seats"], row["Answered at least"], row["Answered at most"]]).toEqual(
        [head.seats, head.from, head.to].map(String),
      );
    }
    const hash = await hashOf(last);
    expect(new Set(rows.map((row) => row["Release fingerprint"]))).toEqual(new Set([hash]));
    expect(rows[0]?.["Rules"]).toContain("hearth-policy/1: shown from 10 answers");
  });

  it("says withheld and why, never nothing and never zero", async () => {
    const rows = rowsOf(await file(exportWave(as("teacher", { classIds: [SMALL] }), last, "csv")));
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      for (const column of [
        "Favourable at least (%)",
        "Favourable at most (%)",
        "Most likely at least (%)",
      ]) {
        expect(row[column]).toBe("withheld");
      }
      expect(row["Why not shown"]).toBe("fewer than 10 respondents");
    }
  });

  it("is cut to the reader's classes, and hides the fingerprint of a whole that is not theirs", async () => {
    const teacher = as("teacher", { classIds: [MOVED] });
    const rows = rowsOf(await file(exportWave(teacher, last, "csv")));
    expect(new Set(rows.map((row) => row["Class"]))).toEqual(new Set(["8B"]));
    expect(rows[0]?.["Release fingerprint"]).toBe("for those who may download the whole release");
    const schools = rowsOf(await file(exportWave(principal, last, "csv"))).map(
      (row) => row["School"],
    );
    expect(new Set(schools)).toEqual(new Set(["Birchwood School"]));
    expect(await exportWave(as("teacher", { classIds: ["other"] }), last, "csv")).toMatchObject({
      code: "missing",
    });
    expect(await exportWave(administrator, randomUUID(), "csv")).toMatchObject({ code: "missing" });
    expect(await exportWave(administrator, last, "pdf")).toMatchObject({ code: "no-report" });
  });

  it("as a spreadsheet has texts, never formulas, and notes with the fingerprint and the rules", async () => {
    const sheets = readXlsx(await file(exportWave(administrator, last, "xlsx")));
    expect([...sheets.keys()]).toEqual(["Classes", "Results", "Notes"]);
    const all = [...sheets.values()].flat(2);
    expect(all.filter(({ type }) => type === "formula")).toEqual([]);
    expect(
      all.filter(({ value }) => value === EVIL_TITLE).every(({ type }) => type === "text"),
    ).toBe(true);
    expect(all.filter(({ value }) => value === EVIL_TITLE).length).toBeGreaterThan(1);
    const notes = sheets.get("Notes")!.map((row) => row.map(({ value }) => value).join(": "));
    expect(notes).toContain(`Release fingerprint (SHA-256): ${await hashOf(last)}`);
    expect(notes).toContain(
      "Smallest group: A group is shown from 10 answers up. Smaller ones are withheld.",
    );
    expect(notes).toContain("District: Riverbend Schools");
    expect(notes.join("\n")).not.toContain("Robin");
    const [head = [], ...classes] = sheets.get("Classes")!;
    expect(classes).toHaveLength(30);
    const small = classes.find((row) => row.at(-1)?.value.startsWith("fewer than 10"))!;
    expect(small).toHaveLength(head.length);
    expect(small.filter(({ value }) => value === "withheld")).toHaveLength(head.length - 7);
  });

  it("cannot run a formula that somebody named a class with", async () => {
    const text = Buffer.from(await file(exportWave(administrator, last, "csv"))).toString("utf8");
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"",""7A"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/mu);
  });

  it("is in the audit log, once for each file", async () => {
    const count = async () =>
      (
        await webPool().query<{ detail: unknown; subject_id: string }>(
          "SELECT detail, subject_id FROM audit_events WHERE action = 'results.exported' ORDER BY at, id",
        )
      ).rows;
    const until = (await count()).length;
    await file(exportWave(administrator, last, "xlsx"));
    await exportWave(as("teacher", { classIds: ["other"] }), last, "csv");
    const events = await count();
    expect(events).toHaveLength(until + 1);
    expect(
      events.filter(({ subject_id }) => subject_id === last).map(({ detail }) => detail),
    ).toContainEqual({
      title: "November pulse",
      format: "xlsx",
    });
  });
});

async function hashOf(waveId: string): Promise<string> {
  const { rows } = await webPool().query<{ hash: string }>(
    "SELECT hash FROM releases WHERE wave_id = $1",
    [waveId],
  );
  return rows[0]!.hash;
}

describe("the export of a class", () => {
  it("puts no two pulses side by side between which a few students changed", async () => {
    const rows = rowsOf(await file(exportClass(administrator, MOVED, CSV)));
    const of = (pulse: string) => rows.filter((row) => row["Pulse"] === pulse);
    expect(
      of("November pulse")
        .map((row) => row["Favourable at least (%)"])
        .every((cell) => /^\d+$/u.test(cell!)),
    ).toBe(true);
    expect(of("October pulse").length).toBeGreaterThan(1);
    for (const row of of("October pulse")) {
      expect(row["Favourable at least (%)"]).toBe("not compared");
      expect(row["Most likely at most (%)"]).toBe("not compared");
      expect(row["Why not shown"]).toMatch(/^fewer than 5 students of the class changed/u);
    }
  });

  it("does not show the older pulse by asking for its days alone", async () => {
    const asked = { ...CSV, to: "2026-10-31" };
    const rows = rowsOf(await file(exportClass(administrator, MOVED, asked)));
    expect(new Set(rows.map((row) => row["Pulse"]))).toEqual(new Set(["October pulse"]));
    expect(new Set(rows.map((row) => row["Favourable at least (%)"]))).toEqual(
      new Set(["not compared"]),
    );
  });

  it("is for its own teacher and administrators; days without a pulse are said", async () => {
    const teacher = as("teacher", { classIds: [EVIL] });
    expect(rowsOf(await file(exportClass(teacher, EVIL, CSV))).length).toBeGreaterThan(10);
    for (const outcome of [
      exportClass(teacher, MOVED, CSV),
      exportClass(principal, MOVED, CSV),
      exportClass(administrator, "no-such-class", CSV),
    ]) {
      expect(await outcome).toMatchObject({ ok: false, code: "missing" });
    }
    expect(await exportClass(teacher, EVIL, { ...CSV, from: "2030-01-01" })).toMatchObject({
      code: "no-results",
    });
  });
});

describe("the report of a class", () => {
  it("is a PDF of the released bands, with the fingerprint and the rules; withheld is said", async () => {
    const pdf = { ...CSV, format: "pdf" } as const;
    const text = textsOfPdf(await file(exportClass(administrator, EVIL, pdf))).join(" ");
    const { rows } = await webPool().query<{ lo: number; hi: number; n: number }>(
      "SELECT lo, hi, n FROM release_cells WHERE wave_id = $1 AND class_id = $2 AND item <> ''",
      [last, EVIL],
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { lo, hi, n } of rows) {
      const [from, to] = [Math.floor((100 * lo) / n), Math.ceil((100 * hi) / n)];
      expect(text).toContain(`${String(from)}% to ${String(to)}%`);
    }
    expect(text).toContain(EVIL_TITLE);
    expect(text).toContain(await hashOf(last));
    expect(text).toContain("hearth-policy/1: shown from 10 answers");
    expect(text).not.toContain("Robin");
    const small = textsOfPdf(await file(exportClass(administrator, SMALL, pdf))).join(" ");
    expect(small).toContain("withheld: fewer than 10");
    expect(small).not.toMatch(/\d+% to \d+%/u);
  });

  it("and of a school is for who may see it", async () => {
    const pdf = { ...CSV, format: "pdf" } as const;
    const text = textsOfPdf(await file(exportSchool(principal, "s2", pdf))).join(" ");
    expect(text).toContain("Birchwood School");
    expect(text).toMatch(/\d+% to \d+%/u);
    expect(await exportSchool(principal, "s1", pdf)).toMatchObject({ code: "missing" });
    expect(await exportClass(principal, EVIL, pdf)).toMatchObject({ code: "missing" });
  });
});

describe("the export of a school", () => {
  it("holds the school's bands over its pulses, for its administrators", async () => {
    const { rows: cells } = await webPool().query<{ lo: number; hi: number; n: number }>(
      "SELECT lo, hi, n FROM release_cells WHERE wave_id = $1 AND group_id = 'school:s2' AND item <> ''",
      [last],
    );
    const rows = rowsOf(await file(exportSchool(principal, "s2", CSV)));
    const shown = rows
      .filter((row) => row["About"] === "Question" && row["Pulse"] === "November pulse")
      .map((row) => `${row["Favourable at least (%)"]}-${row["Favourable at most (%)"]}`);
    const released = cells.map(
      ({ lo, hi, n }) =>
        `${String(Math.floor((100 * lo) / n))}-${String(Math.ceil((100 * hi) / n))}`,
    );
    expect(shown.toSorted()).toEqual(released.toSorted());
    expect(new Set(rows.map((row) => row["Pulse"]))).toEqual(
      new Set(["November pulse", "October pulse"]),
    );
    expect(before).not.toBe("");
    expect(await exportSchool(principal, "s1", CSV)).toMatchObject({ code: "missing" });
    expect(await exportSchool(as("teacher", { classIds: [MOVED] }), "s1", CSV)).toMatchObject({
      code: "missing",
    });
    expect(await exportSchool(administrator, "no-such-school", CSV)).toMatchObject({
      code: "missing",
    });
  });

  it("says why where a few came or left", async () => {
    const rows = rowsOf(await file(exportSchool(administrator, "s1", CSV)));
    const october = rows.filter((row) => row["Pulse"] === "October pulse");
    expect(october.length).toBeGreaterThan(0);
    expect(new Set(october.map((row) => row["Favourable at least (%)"]))).toEqual(
      new Set(["not compared"]),
    );
    // Also once the class in which they changed has left the roster: they were asked.
    await webPool().query("UPDATE classes SET active = false WHERE id = $1", [MOVED]);
    const after = rowsOf(await file(exportSchool(administrator, "s1", CSV)));
    await webPool().query("UPDATE classes SET active = true WHERE id = $1", [MOVED]);
    expect(after).toEqual(rows);
  });
});
