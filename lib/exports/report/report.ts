import type { WrittenFigure } from "@/lib/exports/figures";

/** One line of a report that is drawn as a band. */
export interface ReportFigure {
  readonly label: string;
  readonly figure: WrittenFigure;
}

export interface ReportSection {
  readonly heading: string;
  readonly figures: readonly ReportFigure[];
  /** Sentences, below the figures. */
  readonly words: readonly string[];
}

/** One page about a class or a school: the same for the page to print and for the PDF. */
export interface Report {
  readonly title: string;
  readonly about: string;
  readonly sections: readonly ReportSection[];
  /** Small print: where the figures are from, under which rules, and how to check them. */
  readonly stamp: readonly string[];
}

/** More would not fit on one page; what is left out is said, and is in the tables. */
export const MOST_FIGURES = 14;
