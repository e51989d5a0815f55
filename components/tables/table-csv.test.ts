import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { csvFileName, tableCsv } from "./table-csv";
import type { DataCell, DataColumn } from "./table-data";

const columns: DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "tier", header: "Flag", kind: "tier" },
  { id: "belonging", header: "Belonging", kind: "band" },
  { id: "rate", header: "Absence", kind: "number" },
  { id: "opened", header: "Opened", kind: "date" },
];

const read = (text: string): string[][] => parse(text, { bom: true });

describe("tableCsv", () => {
  it("writes a band as two columns, and what is withheld with its reason in both", () => {
    const withheld = { withheld: "Fewer than 10 answered" };
    const rows = [
      {
        id: "1",
        cells: {
          class: { text: "7B", href: "/classes/1", detail: "Ms. Muñoz" },
          tier: "act",
          belonging: { loShare: 0.57, hiShare: 0.71, label: "belonging" },
          rate: { value: 0.071234, text: "7.1%" },
          opened: { iso: "2026-09-01", text: "1 Sep" },
        },
      },
      { id: "2", cells: { class: "8A", tier: "none", belonging: withheld, rate: withheld } },
    ];
    expect(read(tableCsv(columns, rows))).toEqual([
      [
        "Class",
        "Class, details",
        "Flag",
        "Belonging, at least (%)",
        "Belonging, at most (%)",
        "Absence",
        "Opened",
      ],
      ["7B", "Ms. Muñoz", "Act", "57", "71", "7.1%", "2026-09-01"],
      [
        "8A",
        "",
        "No flag",
        "withheld: Fewer than 10 answered",
        "withheld: Fewer than 10 answered",
        "withheld: Fewer than 10 answered",
        "",
      ],
    ]);
  });

  it("says as much of a band as the page and no more, whatever its shares", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const belonging = { loShare: Math.min(a, b), hiShare: Math.max(a, b), label: "" };
        const [, line] = read(tableCsv(columns, [{ id: "1", cells: { belonging } }]));
        const [lo, hi] = [line?.[2], line?.[3]];
        expect([lo, hi].every((text) => /^\d{1,3}$/.test(text ?? ""))).toBe(true);
        expect(Number(lo)).toBeLessThanOrEqual(Number(hi));
      }),
    );
  });

  it("lets no name begin a formula, whoever wrote it, in any kind of cell", () => {
    const text = fc
      .tuple(fc.constantFrom("=", "+", "-", "@", "\t="), fc.string())
      .map(([sign, rest]) => sign + rest);
    const cell: fc.Arbitrary<DataCell> = text.chain((name) =>
      fc.constantFrom<DataCell>(
        name,
        { text: name, href: "/" },
        { text: "a", href: "/", detail: name },
      ),
    );
    fc.assert(
      fc.property(cell, (name) => {
        const [, line] = read(tableCsv(columns, [{ id: "1", cells: { class: name } }]));
        for (const value of line ?? []) expect(value).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

describe("csvFileName", () => {
  it("says what and when", () => {
    expect(csvFileName("list-of-classes", "2026-11-26")).toBe(
      "hearth-list-of-classes-2026-11-26.csv",
    );
  });
});
