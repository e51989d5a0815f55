import type { FileChoice } from "@/lib/roster/participation/read-choices";
import type { Choice } from "@/lib/waves/consent";

/** One student whose choice a file would change. */
export interface ChoiceDifference {
  readonly personId: string;
  readonly before: Choice | null;
  readonly after: Choice | null;
}

/** What a file would change: those of whom it says something else than what is kept, by student. */
export function diffChoices(
  kept: ReadonlyMap<string, Choice>,
  file: ReadonlyMap<string, FileChoice>,
): ChoiceDifference[] {
  return [...file]
    .map(([personId, said]) => ({
      personId,
      before: kept.get(personId) ?? null,
      after: said === "back" ? null : said,
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}
