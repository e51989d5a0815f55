import { ArrowDown, ArrowUp, Equal, EyeOff, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Card } from "@/components/ui/card";
import type { Change } from "@/lib/insight/change";

/**
 * Second question of the page of a class, a school or the district: what changed since the pulse before, where two results
 * may be compared at all; otherwise why not.
 */
export function ChangeCard({
  change,
  pulses,
  children,
}: {
  /** Null when there was no pulse before, or one of the two is withheld. */
  readonly change: Change | null;
  /** Sealed pulses so far: more than two is the same as two. */
  readonly pulses: number;
  /** What else changed: a sentence about absence. */
  readonly children?: ReactNode;
}) {
  return (
    <Card title="What changed?" description="Since the pulse before">
      <div className="grid gap-4">
        <ChangeWords change={change} pulses={pulses} />
        {children}
      </div>
    </Card>
  );
}

const VERDICT_ICONS: Readonly<Record<"about-the-same" | "higher" | "lower", LucideIcon>> = {
  "about-the-same": Equal,
  higher: ArrowUp,
  lower: ArrowDown,
};

function ChangeWords({
  change,
  pulses,
}: {
  readonly change: Change | null;
  readonly pulses: number;
}) {
  if (change === null) {
    return <p className="max-w-prose text-ink-soft">{noChangeWords(pulses)}</p>;
  }
  if (!change.ok) {
    return (
      <p className="flex max-w-prose items-start gap-2">
        <EyeOff aria-hidden className="mt-1 size-4 shrink-0 text-ink-soft" />
        <span>{sentence(change.reason)}</span>
      </p>
    );
  }
  const Icon = VERDICT_ICONS[change.verdict];
  return (
    <p className="flex max-w-prose items-start gap-2 font-medium">
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <span>
        <span className="sr-only">Belonging: </span>
        {change.words}
      </span>
    </p>
  );
}

function noChangeWords(pulses: number): string {
  if (pulses === 0) return "A change can be shown from the second sealed pulse on.";
  if (pulses === 1) return "This was the first pulse. A change can be shown from the second on.";
  return "No change can be shown: one of the last two results is withheld.";
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
