import { describe, expect, it } from "vitest";
import { ReleasedBand } from "@/lib/disclosure/band";
import { legalBands } from "@/lib/disclosure/band-count";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { Withheld } from "@/lib/disclosure/withheld";
import { classBelonging } from "@/lib/insight/class-belonging";
import { boundCells, likelyCells, reasonCell, writtenFigure } from "./figures";

const [, middle] = legalBands(23, FLOOR_POLICY);
if (middle === undefined) throw new Error("no band between the tails");
const band = ReleasedBand.fromCell({ ...middle, n: 23 }, FLOOR_POLICY);
const outwards = [Math.floor((100 * middle.lo) / 23), Math.ceil((100 * middle.hi) / 23)];

describe("writtenFigure", () => {
  it("writes a band as whole percentages, rounded outwards", () => {
    const written = writtenFigure(band);
    expect(boundCells(written)).toEqual(outwards);
    expect(likelyCells(written)).toEqual([null, null]);
    expect(reasonCell(written)).toBeNull();
  });

  it("writes a mean over questions with what chance adds", () => {
    const figure = classBelonging([band, band]);
    if (!figure.ok) throw new Error(figure.code);
    const written = writtenFigure(figure.belonging);
    const [lo, hi] = boundCells(written) as [number, number];
    const [from, to] = likelyCells(written) as [number, number];
    expect([lo, hi]).toEqual(outwards);
    expect(from).toBeLessThan(lo);
    expect(to).toBeGreaterThan(hi);
  });

  it("writes the word and the reason where there is none: never nothing, never zero", () => {
    const withheld = writtenFigure(Withheld.because({ code: "few-respondents" }, FLOOR_POLICY));
    expect([...boundCells(withheld), ...likelyCells(withheld)]).toEqual(Array(4).fill("withheld"));
    expect(reasonCell(withheld)).toBe("fewer than 10 respondents");
    const reason = "not compared: the two pulses did not ask the same questions";
    const apart = writtenFigure({ ok: false, code: "not-comparable", reason });
    expect([...boundCells(apart), ...likelyCells(apart)]).toEqual(Array(4).fill("not compared"));
    expect(reasonCell(apart)).toBe("the two pulses did not ask the same questions");
  });
});
