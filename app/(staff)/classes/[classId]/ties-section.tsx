import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import { tiesWords } from "@/lib/insight/ties-words";

/** How a class hangs together, where its students were asked whom they could turn to; and what that cannot say. */
export function TiesSection({ ties }: { readonly ties: ReleasedNetwork }) {
  return (
    <Card
      title="Ties in this class"
      description="Research. Students were asked whom in this class they could ask for help."
    >
      {ties.withheld === null ? (
        <DefinitionList
          items={tiesWords(ties).map(({ term, words }) => ({ term, value: words }))}
        />
      ) : (
        <WithheldMark label="Not shown" reason={`${capital(ties.withheld)}.`} />
      )}
      <p className="mt-4 max-w-prose border-t border-line pt-4 text-sm text-ink-soft">
        Nobody is named here, and nothing that could name anybody was kept. Who is alone cannot be
        known from this. A class is best helped as a class: mixed groups, tasks that need everybody.
      </p>
    </Card>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
