import type { Withheld } from "@/lib/disclosure/withheld";
import type { ExportedGroup, ExportedFigure } from "@/lib/exports/results-table";
import { NO_HASH } from "@/lib/exports/results-table";
import { writtenFigure } from "@/lib/exports/figures";
import { policyLine } from "@/lib/exports/policy-words";
import { MOST_FIGURES, type Report, type ReportSection } from "@/lib/exports/report/report";
import type { Change } from "@/lib/insight/change";
import { describeBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";

/** What a report is made of. */
export interface ReportAbout {
  readonly title: string;
  readonly about: string;
  /** The newest pulse; null before the first is sealed. */
  readonly group: ExportedGroup | null;
  readonly belonging: GroupBelonging | Withheld | null;
  /** Since the pulse before; null where there is none, or one of the two is withheld. */
  readonly change: Change | null;
  /** Sentences about absence; none where there is no attendance. */
  readonly absence: readonly string[];
  /** YYYY-MM-DD. */
  readonly madeOn: string;
}

/** One page about a class or a school, from released values and attendance alone. */
export function resultsReport(of: ReportAbout): Report {
  const { title, about, group, absence } = of;
  return {
    ...{ title, about },
    sections: [
      ...(group === null ? [NO_PULSE] : pulseSections(group, of)),
      ...(absence.length === 0 ? [] : [{ heading: "Absence", figures: [], words: absence }]),
    ],
    stamp: stampOf(group, of.madeOn),
  };
}

const NO_PULSE: ReportSection = {
  heading: "Belonging",
  figures: [],
  words: ["There is no result yet. It appears after the first pulse is closed and sealed."],
};

function pulseSections(
  { pulse, participation, figures }: ExportedGroup,
  { belonging, change }: ReportAbout,
): ReportSection[] {
  const { lo, hi, seats } = participation;
  const answered = lo === hi ? String(lo) : `${String(lo)} to ${String(hi)}`;
  const words = belonging !== null && "band" in belonging ? describeBelonging(belonging) : null;
  return [
    {
      heading: `Belonging: ${pulse.title}, closed ${pulse.closedOn}`,
      figures: drawn(figures.filter(({ what }) => what === "belonging")),
      words: [
        ...(words === null ? [] : [words.figure, words.doubt]),
        `${answered} of ${String(seats)} students who could take part answered.`,
        ...(change === null ? [] : [change.ok ? change.words : sentence(change.reason)]),
      ],
    },
    partsSection(figures),
  ];
}

/** Themes where there are any: they say more than single questions, and fit on the page. */
function partsSection(figures: readonly ExportedFigure[]): ReportSection {
  const themes = figures.filter(({ what }) => what === "theme");
  const parts = themes.length > 0 ? themes : figures.filter(({ what }) => what === "question");
  const left = parts.length - MOST_FIGURES;
  return {
    heading: themes.length > 0 ? "Theme by theme" : "Question by question",
    figures: drawn(parts.slice(0, MOST_FIGURES)),
    words: [
      "Share of favourable answers. The true share lies inside the band.",
      ...(left > 0 ? [`${String(left)} more are in the table (Excel or CSV).`] : []),
    ],
  };
}

function drawn(figures: readonly ExportedFigure[]): ReportSection["figures"] {
  return figures.map(({ what, theme, question, figure }) => ({
    label: what === "question" && question !== null ? question : theme,
    figure: writtenFigure(figure),
  }));
}

function stampOf(group: ExportedGroup | null, madeOn: string): string[] {
  const made = `Made with Hearth on ${madeOn}, from released results and attendance alone.`;
  if (group === null) return [made];
  const { sealedOn, releaseHash, policy } = group.pulse;
  return [
    `${made} Withheld means: nothing is published, so that nobody’s answer can be worked out.`,
    `Rules: ${policyLine(policy)}.`,
    `Release sealed on ${sealedOn}, fingerprint (SHA-256): ${releaseHash ?? NO_HASH}`,
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
