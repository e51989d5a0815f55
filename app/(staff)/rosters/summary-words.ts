import type { KindCounts } from "@/lib/services/rosters/write-roster";
import { countWords } from "./import-words";

/** What a roster import did, in one sentence. `summary` is as stored; anything else gives "". */
export function rosterSummaryWords(summary: unknown): string {
  if (typeof summary !== "object" || summary === null || !("counts" in summary)) return "";
  const { counts, unchanged, skipped } = summary as {
    counts: KindCounts;
    unchanged: boolean;
    skipped: number;
  };
  const left = skipped > 0 ? ` ${countWords(skipped, "row was", "rows were")} left out.` : "";
  if (unchanged) return `Nothing to change.${left}`;
  const part = (kind: keyof KindCounts, one: string, many: string): string[] => {
    const { added, changed, leaving } = counts[kind];
    if (added + changed + leaving === 0) return [];
    const said = [
      added > 0 ? `${added.toLocaleString("en-US")} added` : "",
      changed > 0 ? `${changed.toLocaleString("en-US")} changed` : "",
      leaving > 0 ? `${leaving.toLocaleString("en-US")} left` : "",
    ].filter((text) => text !== "");
    return [`${added + changed + leaving === 1 ? one : many}: ${said.join(", ")}`];
  };
  const parts = [
    ...part("people", "person", "people"),
    ...part("classes", "class", "classes"),
    ...part("enrollments", "enrollment", "enrollments"),
    ...part("orgs", "school or district", "schools and district"),
    ...part("academicSessions", "term", "terms"),
  ].join("; ");
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.${left}`;
}
