import type { Policy } from "@/lib/disclosure/policy";
import type { ExportCell, ExportColumn, ExportSheet } from "@/lib/exports/export-file";
import {
  boundCells,
  type Figure,
  likelyCells,
  reasonCell,
  writtenFigure,
} from "@/lib/exports/figures";
import { policyLine } from "@/lib/exports/policy-words";
import type { Participation } from "@/lib/waves/participation";

/** A sealed pulse as a file names it. */
export interface ExportedPulse {
  readonly title: string;
  /** YYYY-MM-DD, in the pulse's time zone. */
  readonly closedOn: string;
  readonly sealedOn: string;
  /** Null where the reader may not have it: an old release without a salt, of which only a part is theirs. */
  readonly releaseHash: string | null;
  readonly policy: Policy;
}

/** What a figure is about. */
export interface ExportedFigure {
  readonly what: "belonging" | "theme" | "question";
  /** The theme in words; for the whole figure "Belonging". */
  readonly theme: string;
  /** The question as it was asked; several are parted by " / ". Null for belonging. */
  readonly question: string | null;
  /** The answers that count as favourable. */
  readonly favourable: readonly string[];
  readonly inBelonging: boolean;
  readonly figure: Figure;
}

/** A class or a school in one pulse, with all that its release says of it. */
export interface ExportedGroup {
  readonly school: string;
  /** "The whole school" for a school. */
  readonly group: string;
  readonly grades: string;
  readonly pulse: ExportedPulse;
  readonly participation: Participation;
  readonly figures: readonly ExportedFigure[];
}

const WHAT = { belonging: "Belonging", theme: "Theme", question: "Question" } as const;

/** What stands in place of a fingerprint that the reader may not have. */
export const NO_HASH = "for those who may download the whole release";

export const RESULT_COLUMNS: readonly ExportColumn[] = [
  { header: "School", meaning: "The school", width: 28 },
  { header: "Class", meaning: "The class, or “The whole school”", width: 18 },
  { header: "Grades", meaning: "Grades of the class, as the roster has them", width: 12 },
  { header: "Pulse", meaning: "The pulse that was asked", width: 24 },
  { header: "Closed on", meaning: "The day on which the pulse closed", width: 12 },
  { header: "Seats", meaning: "Students who could take part", width: 8 },
  {
    header: "Answered at least",
    meaning: "Students who answered, in blocks: so many or more",
    width: 11,
  },
  {
    header: "Answered at most",
    meaning: "Students who answered, in blocks: so many or fewer",
    width: 11,
  },
  {
    header: "About",
    meaning: "Belonging (the mean over its questions), a theme, or a single question",
    width: 12,
  },
  { header: "Theme", meaning: "What the question is about", width: 22 },
  { header: "Question", meaning: "As the students read it", width: 48 },
  { header: "Favourable answers", meaning: "The answers whose share is given", width: 28 },
  {
    header: "In the belonging figure",
    meaning: "Whether the question counts towards belonging",
    width: 12,
  },
  {
    header: "Favourable at least (%)",
    meaning: "Share of favourable answers: so many percent or more",
    width: 12,
  },
  {
    header: "Favourable at most (%)",
    meaning: "Share of favourable answers: so many percent or fewer",
    width: 12,
  },
  {
    header: "Most likely at least (%)",
    meaning:
      "The share with what chance does with so few students: 95% interval, lower end; for means over questions",
    width: 12,
  },
  { header: "Most likely at most (%)", meaning: "The same, upper end", width: 12 },
  { header: "Why not shown", meaning: "For what is withheld or not compared", width: 44 },
  { header: "Rules", meaning: "The rules under which the release was made", width: 40 },
  {
    header: "Release fingerprint",
    meaning: "SHA-256 of the release from which the row is taken",
    width: 24,
  },
];

/** One row a group, pulse and figure. In the order given: no order by results, which would be a league table. */
export function resultsTable(groups: readonly ExportedGroup[], name = "Results"): ExportSheet {
  return { name, columns: RESULT_COLUMNS, rows: groups.flatMap(rowsOf) };
}

function rowsOf(group: ExportedGroup): ExportCell[][] {
  const { pulse, participation } = group;
  const rules = policyLine(pulse.policy);
  return group.figures.map(({ what, theme, question, favourable, inBelonging, figure }) => {
    const written = writtenFigure(figure);
    return [
      ...[group.school, group.group, group.grades, pulse.title, pulse.closedOn],
      ...[participation.seats, participation.lo, participation.hi],
      ...[WHAT[what], theme, question, favourable.join(" or ")],
      inBelonging ? "yes" : "no",
      ...boundCells(written),
      ...likelyCells(written),
      reasonCell(written),
      ...[rules, pulse.releaseHash ?? NO_HASH],
    ];
  });
}
