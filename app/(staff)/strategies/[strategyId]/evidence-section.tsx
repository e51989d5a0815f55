import { EvidenceBadge } from "@/components/insight/strategy-card";
import { Card } from "@/components/ui/card";
import type { Strategy } from "@/lib/plans/strategy";

/** What is known, from which studies, and where that ends. */
export function EvidenceSection({ strategy }: { readonly strategy: Strategy }) {
  const { words, studies, limits } = strategy.evidence;
  return (
    <Card title="What is known">
      <div className="grid max-w-prose gap-4">
        <p>
          <EvidenceBadge strategy={strategy} />
        </p>
        <p>{words}</p>
        {studies.length === 0 ? null : (
          <ul className="grid gap-4">
            {studies.map((study) => (
              <li key={study.title} className="border-l-2 border-line pl-4">
                <p>{study.found}</p>
                <p className="mt-1 text-sm text-ink-soft">
                  {study.authors} ({study.year}). {study.title}. <cite>{study.journal}</cite>.
                </p>
              </li>
            ))}
          </ul>
        )}
        <p>
          <span className="font-semibold">Where the evidence does not reach:</span> {limits}
        </p>
      </div>
    </Card>
  );
}
