import { DefinitionList } from "@/components/ui/definition-list";
import type { ReleasedReliability } from "@/lib/disclosure/scale-reliability";
import { reliabilityWords } from "@/lib/insight/reliability-words";

/** How far a school's figures can be trusted, in plain words with the statistician's beside them. */
export function ReliabilityDetails({
  schoolName,
  figures,
}: {
  readonly schoolName: string;
  readonly figures: ReleasedReliability;
}) {
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-11 px-3 py-2.5 font-medium">
        How well the questions measure: {schoolName}
      </summary>
      <div className="border-t border-line p-3 sm:p-4">
        <DefinitionList
          items={reliabilityWords(figures).map(({ term, words }) => ({ term, value: words }))}
        />
      </div>
    </details>
  );
}
