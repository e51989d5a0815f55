import { Clock, GraduationCap } from "lucide-react";
import Link from "next/link";

import { Badge } from "@/components/ui/badge";
import { EVIDENCE_WORDS, type Strategy } from "@/lib/plans/strategy";

import { CONSTRUCT_WORDS } from "./construct-words";
import { gradesWords } from "./grades-words";
import { minutesWords } from "./plan-words";

/** A strategy in a list: what it is, what it is for, and how far research carries it. */
export function StrategyCard({
  strategy,
  href,
  heading: Heading = "h2",
}: {
  readonly strategy: Strategy;
  readonly href: string;
  readonly heading?: "h2" | "h3";
}) {
  return (
    <li className="relative grid content-start gap-3 rounded-lg border border-line bg-surface p-5 shadow-card hover:border-line-strong">
      <Heading className="text-lg font-semibold">
        <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
          {strategy.title}
        </Link>
      </Heading>
      <p>{strategy.summary}</p>
      <p className="text-sm text-ink-soft">
        For {strategy.constructs.map((each) => CONSTRUCT_WORDS[each].toLowerCase()).join(", ")}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-1.5">
          <GraduationCap aria-hidden className="size-4" />
          {gradesWords(strategy.grades)}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Clock aria-hidden className="size-4" />
          {minutesWords(strategy.minutesAWeek)}
        </span>
      </p>
      <p>
        <EvidenceBadge strategy={strategy} />
      </p>
    </li>
  );
}

/** In words and in one tone: the colour of a badge would make a ranking of it. */
export function EvidenceBadge({ strategy }: { readonly strategy: Strategy }) {
  return <Badge>{EVIDENCE_WORDS[strategy.evidence.strength]}</Badge>;
}
