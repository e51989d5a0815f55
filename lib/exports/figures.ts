import { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { NotComparable } from "@/lib/insight/change";
import { describeBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import type { PercentRange } from "@/lib/insight/percent";
import type { ExportCell } from "@/lib/exports/export-file";

/** Whatever a release lets be said of one group: nothing else gets into a file. */
export type Figure = ReleasedBand | GroupBelonging | Withheld | NotComparable;

/** A figure as a file writes it: whole percentages, rounded outwards; or why there is none. */
export type WrittenFigure =
  | {
      readonly shown: true;
      readonly band: PercentRange;
      /** Of a mean over questions, what chance adds; null for a single question. */
      readonly likely: PercentRange | null;
    }
  | { readonly shown: false; readonly word: "withheld" | "not compared"; readonly reason: string };

/** Exact counts and shares stay behind: what is written is what pages show. */
export function writtenFigure(figure: Figure): WrittenFigure {
  if ("ok" in figure) return { shown: false, word: "not compared", reason: plain(figure.reason) };
  if (figure instanceof ReleasedBand) {
    return { shown: true, band: figure.percentRange, likely: null };
  }
  if ("kind" in figure) return { shown: false, word: "withheld", reason: figure.text };
  const { band, interval } = describeBelonging(figure);
  return { shown: true, band, likely: interval };
}

/** "At least" and "at most" of a figure; the word where there is none, never an empty cell and never a zero. */
export function boundCells(figure: WrittenFigure): readonly [ExportCell, ExportCell] {
  return figure.shown ? [figure.band.lo, figure.band.hi] : [figure.word, figure.word];
}

/** What chance adds, in the same way; empty for a single question, which has none. */
export function likelyCells(figure: WrittenFigure): readonly [ExportCell, ExportCell] {
  if (!figure.shown) return [figure.word, figure.word];
  return figure.likely === null ? [null, null] : [figure.likely.lo, figure.likely.hi];
}

export function reasonCell(figure: WrittenFigure): ExportCell {
  return figure.shown ? null : figure.reason;
}

/** The word stands in the cell beside it already. */
function plain(reason: string): string {
  return reason.replace(/^not compared: /u, "");
}
