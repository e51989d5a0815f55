import { describe, expect, it } from "vitest";
import { MEDIA_TYPES } from "@/lib/exports/export-file";
import { writeXlsx } from "@/lib/exports/write-xlsx";
import { figuresOf } from "./figures";
import { figureText, textOfFile } from "./file-text";

const HEAD = [
  ...["Class", "Seats", "Belonging at least (%)", "Belonging at most (%)"],
  ...["Answered at least", "Answered at most", "Extra"],
];

const EXPORT = "/api/exports/waves/1?format=csv";

describe("textOfFile", () => {
  it("finds the figures of a table, and any number that is none", () => {
    const text = figureText([
      HEAD,
      ["7", "23", "44", "61", "20", "23", "13"],
      ["8", "9", "withheld", "withheld", "5", "9", ""],
    ]);
    expect([...figuresOf(text)].toSorted()).toEqual(["13..13", "20..23", "44–61%", "5..9"]);
  });

  it("finds them in CSV and in a spreadsheet", async () => {
    const csv = Buffer.from(`${HEAD.join(",")}\r\n7,23,44,61,20,23,\r\n`);
    expect([...figuresOf(textOfFile(EXPORT, MEDIA_TYPES.csv, csv))]).toContain("44–61%");
    const other = textOfFile("/api/instruments/a.1?format=csv", MEDIA_TYPES.csv, csv);
    expect([...figuresOf(other)]).toEqual([]);
    const columns = HEAD.map((header) => ({ header, meaning: "", width: 9 }));
    const table = { name: "Results", columns, rows: [["7", 23, 44, 61, 20, 23, null]] };
    const xlsx = Buffer.from(await writeXlsx({ title: "t", table, views: [], notes: [] }));
    expect([...figuresOf(textOfFile(EXPORT, MEDIA_TYPES.xlsx, xlsx))].toSorted()).toEqual([
      "20..23",
      "44–61%",
    ]);
  });
});
