import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "@/lib/instruments/catalogue";
import {
  instrumentToCsv,
  instrumentToJson,
  readInstrumentFile,
} from "@/lib/instruments/instrument-file";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";

const csv = instrumentToCsv(PULSE_6_12);
const problems = (text: string) => {
  const read = readInstrumentFile(text);
  return read.ok ? [] : read.problems;
};

describe("an instrument in a file", () => {
  it.each(CATALOGUE.map(({ instrument }) => [instrument.id, instrument] as const))(
    "%s comes back from JSON and from CSV as it was",
    (_, instrument) => {
      for (const text of [instrumentToJson(instrument), instrumentToCsv(instrument)]) {
        expect(readInstrumentFile(text)).toEqual({ ok: true, instrument });
        expect(readInstrumentFile(`\uFEFF${text}`)).toEqual({ ok: true, instrument });
      }
    },
  );

  it("keeps quotation marks, commas and line breaks of any text", () => {
    const text = fc.string({ minLength: 1, maxLength: 60 }).map((made) => `x${made}x`);
    fc.assert(
      fc.property(text, (made) => {
        // The schema trims; within a text nothing changes.
        const [first, ...rest] = PULSE_6_12.items;
        const changed = {
          ...PULSE_6_12,
          items: [{ ...first!, text: { ...first!.text, en: made, es: made } }, ...rest],
        };
        expect(readInstrumentFile(instrumentToCsv(changed))).toEqual({
          ok: true,
          instrument: changed,
        });
      }),
    );
  });

  it.each<[string, string, { line?: number | null; column?: string | null; reason?: RegExp }]>([
    ["an empty file", "", { line: null, column: null, reason: /no rows/u }],
    ["half a JSON file", "{", { reason: /not JSON/u }],
    ["a missing column", csv.replace("construct,", "theme,"), { line: 1, column: "construct" }],
    [
      "a construct that there is none of",
      csv.replace(",teacher-care,", ",homework,"),
      { line: 3, column: "construct" },
    ],
    [
      "an item twice",
      csv.replace("teacher-care-1", "acceptance-1"),
      { line: 3, column: "id", reason: /stands twice/u },
    ],
    [
      "an empty translation",
      csv.replace("En esta clase puedo mostrar lo que me gusta sin esconderlo.", ""),
      { line: 2, column: "text_es" },
    ],
    [
      "rows that disagree on the instrument",
      csv.replace(/hearth-pulse-6-12(.*\r\n)$/u, "another$1"),
      { line: 7, column: "instrument", reason: /first row/u },
    ],
    [
      "a version that is no number",
      csv.replaceAll("12,2,", "12,one,"),
      { column: "instrument_version" },
    ],
    [
      "a label too few in one language",
      csv.replaceAll("Nunca|Casi nunca", "Nunca"),
      { line: 2, column: "labels_es", reason: /needs 5 labels/u },
    ],
    [
      "a favourable point below the middle",
      csv.replaceAll("4|5", "2|5"),
      { line: 2, column: "favourable" },
    ],
    ["a quotation mark that does not close", `${csv}"x`, { reason: /cannot be read as CSV/u }],
  ])("refuses %s with line, column and reason", (_, text, expected) => {
    const { reason, ...place } = expected;
    const [first] = problems(text);
    expect(first).toMatchObject(place);
    if (reason !== undefined) expect(first?.reason).toMatch(reason);
  });

  it("names every missing column, and not more than twenty problems", () => {
    expect(problems("id,version\nx,1\n").map(({ column }) => column)).toContain("labels_en");
    const [head, ...rows] = csv.trimEnd().split("\r\n");
    const many = [
      head,
      ...Array.from({ length: 10 }, () =>
        rows.map((row) => row.replace(/yes|no/u, "maybe")),
      ).flat(),
    ];
    expect(problems(many.join("\n"))).toHaveLength(20);
  });
});
