import Link from "next/link";

import type { FlagEvidence } from "@/lib/flags/evidence";

/** The figures a flag rests on, each with what it rests on and its interval. A card a fact on a phone. */
export function FlagFacts({ evidence }: { readonly evidence: FlagEvidence }) {
  return (
    <dl className="grid divide-y divide-line rounded-md border border-line">
      {evidence.facts.map((fact) => (
        <div key={fact.label} className="grid gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-2">
          <dt className="text-sm text-ink-soft">{fact.label}</dt>
          <dd className="min-w-0">
            <span className="font-semibold tabular">{fact.value}</span>
            <span className="block text-sm text-ink-soft tabular">
              {fact.interval}, from {fact.n}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What clears a flag, how often it is wrong, and what it cannot see: said with every flag. */
export function FlagLimits({ evidence }: { readonly evidence: FlagEvidence }) {
  return (
    <div className="grid gap-4 text-sm">
      <div>
        <h3 className="font-semibold">What would clear it</h3>
        <ul className="mt-1 list-disc pl-5 text-ink-soft">
          {evidence.clears.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="font-semibold">How often such a flag is wrong</h3>
        <p className="mt-1 max-w-prose text-ink-soft">{evidence.falseAlarms}</p>
      </div>
      <div>
        <h3 className="font-semibold">What it cannot see</h3>
        <p className="mt-1 max-w-prose text-ink-soft">{evidence.blindTo}</p>
      </div>
      <p>
        <Link href="/flags/how-they-work" className="prose-link inline-block py-1">
          How flags work, and how often they are wrong
        </Link>
      </p>
    </div>
  );
}
