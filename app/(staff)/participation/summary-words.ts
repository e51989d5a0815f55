import type { ParticipationSummary } from "@/lib/services/participation/apply-participation";
import { countWords } from "../rosters/import-words";

/** What an import of choices did, in a sentence. Anything else than a summary gives "". */
export function participationSummaryWords(summary: unknown): string {
  if (typeof summary !== "object" || summary === null || !("unchanged" in summary)) return "";
  const { out, in: yes, back, skipped } = summary as ParticipationSummary;
  const parts = [
    out > 0 ? `${countWords(out, "family", "families")} said no` : "",
    yes > 0 ? `${countWords(yes, "family", "families")} said yes` : "",
    back > 0 ? `${countWords(back, "choice was", "choices were")} taken back` : "",
  ].filter((part) => part !== "");
  const left = skipped > 0 ? ` ${countWords(skipped, "row was", "rows were")} left out.` : "";
  return `${parts.length === 0 ? "Nothing to change" : parts.join(", ")}.${left}`;
}
