import type { DemographicsSummary } from "@/lib/services/demographics/write-demographics";
import { countWords } from "../import-words";

/** What an import of demographics did, in a sentence. Anything else than a summary gives "". */
export function demographicsSummaryWords(summary: unknown): string {
  if (typeof summary !== "object" || summary === null || !("dimensions" in summary)) return "";
  const { dimensions, unknownStudents, skipped } = summary as DemographicsSummary;
  const kept = dimensions
    .map(
      ({ name, students, categories }) =>
        `${name}: ${countWords(categories, "category", "categories")}, ${countWords(students, "student", "students")}`,
    )
    .join("; ");
  const left = [
    unknownStudents > 0
      ? ` ${countWords(unknownStudents, "student was", "students were")} not on the roster.`
      : "",
    skipped > 0 ? ` ${countWords(skipped, "entry was", "entries were")} left out.` : "",
  ].join("");
  return `${kept.charAt(0).toUpperCase()}${kept.slice(1)}.${left}`;
}
