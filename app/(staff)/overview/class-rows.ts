import { participationShare } from "@/components/insight/participation-words";
import type { DataCell, DataColumn, DataRow } from "@/components/tables/table-data";
import { percentRange } from "@/lib/insight/percent";
import type { AbsenceTrend } from "@/lib/services/overview/absence-trend";
import type { OverviewClass } from "@/lib/services/overview/read-school-classes";
import type { Participation } from "@/lib/waves/participation";

/**
 * No column of results can be sorted: an order by band would be a league table, and neighbours in it would differ by
 * chance. Filters and the flag's tier say where to look.
 */
export const CLASS_COLUMNS: readonly DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "grade", header: "Grade", kind: "text", filter: true, searchable: false },
  { id: "tier", header: "Flag", kind: "tier", filter: true, descendingFirst: true },
  { id: "belonging", header: "Belonging", kind: "band", sortable: false },
  { id: "participation", header: "Took part", kind: "text", sortable: false, searchable: false },
  {
    id: "absence",
    header: "Absence, last 4 weeks",
    kind: "text",
    sortable: false,
    searchable: false,
  },
];

/** Classes as rows of plain data, in the order in which they come. */
export function classRows(classes: readonly OverviewClass[]): DataRow[] {
  return classes.map((row) => ({
    id: row.id,
    cells: {
      class: { text: row.title, href: `/classes/${encodeURIComponent(row.id)}` },
      grade: row.gradeWords,
      tier: row.tier ?? "none",
      belonging: bandCell(row.belonging),
      participation: row.participation === null ? null : unbroken(row.participation),
      absence: row.absence === null ? null : absenceWords(row.absence),
    },
  }));
}

/** A band, the reason it is withheld, or nothing yet. */
export function bandCell(belonging: OverviewClass["belonging"]): DataCell {
  if (belonging === null) return null;
  if ("kind" in belonging) return { withheld: capital(belonging.text) };
  // Whole percents, outwards: lo / n to many places would tell n exactly in the page's data.
  const { lo, hi } = percentRange(belonging);
  return {
    loShare: lo / 100,
    hiShare: hi / 100,
    label: "belonging",
  };
}

const VERDICTS: Readonly<Record<AbsenceTrend["verdict"], string>> = {
  act: "rising (act)",
  watch: "rising (watch)",
  usual: "as usual",
  "cannot-say": "too early to say",
};

/** "6.5%, before 7.0%: as usual". The rates stay on one line, the verdict goes below where it must. */
function absenceWords({ recentRate, beforeRate, verdict }: AbsenceTrend): string {
  if (recentRate === null) return "No attendance in the last 4 weeks";
  const before = beforeRate === null ? "" : `,\u00a0before\u00a0${percent(beforeRate)}`;
  return `${percent(recentRate)}${before}: ${VERDICTS[verdict].replaceAll(" ", "\u00a0")}`;
}

/** A share whose two ends stay on one line. */
export function unbroken(participation: Participation): string {
  return participationShare(participation).replace("–", "–\u2060");
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)}%`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
