import { describe, expect, it } from "vitest";
import { readExportRequest } from "./export-request";

const read = (query: string) => readExportRequest(new URLSearchParams(query));

describe("readExportRequest", () => {
  it("takes a format, days and a paper, and CSV where nothing is said", () => {
    expect(read("")).toEqual({
      ok: true,
      value: { format: "csv", from: null, to: null, paper: null },
    });
    expect(read("format=pdf&from=2026-09-01&to=2026-09-01&paper=letter")).toEqual({
      ok: true,
      value: { format: "pdf", from: "2026-09-01", to: "2026-09-01", paper: "letter" },
    });
  });

  it.each([
    ["format=ods", "format"],
    ["format=", "format"],
    ["format=CSV", "format"],
    ["from=yesterday", "day"],
    ["to=2026-02-30", "day"],
    ["from=1999-12-31", "day"],
    ["to=99999-01-01", "day"],
    ["from=2026-10-02&to=2026-10-01", "days-reversed"],
    ["paper=a5", "paper"],
  ])("refuses %s and says what is wrong", (query, code) => {
    expect(read(query)).toMatchObject({ ok: false, code });
  });
});
