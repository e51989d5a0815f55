import { ArrowDown, ArrowUp, Equal, EyeOff, type LucideIcon } from "lucide-react";

import { BelongingWavesChart } from "@/components/charts/belonging-waves-chart";
import { dayWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import type { Change } from "@/lib/insight/change";
import type { HistoryEntry } from "@/lib/services/insight/comparable-waves";
import type { ClassView } from "@/lib/services/insight/read-class";

/** What changed since the last pulse, where two results may be compared at all; otherwise why not. */
export function ChangeSection({ view }: { readonly view: ClassView }) {
  const { pulse } = view;
  if (pulse === null) {
    return (
      <Card title="What changed?">
        <p className="max-w-prose text-ink-soft">
          A change can be shown from the second sealed pulse on.
        </p>
      </Card>
    );
  }
  return (
    <Card title="What changed?" description="Belonging, since the pulse before">
      <div className="grid gap-5">
        <ChangeWords change={pulse.change} waves={pulse.history.length} />
        {pulse.history.length > 1 && pulse.history.some(({ belonging }) => "band" in belonging) ? (
          <BelongingWavesChart waves={[...pulse.history].reverse().map(barOf)} />
        ) : null}
      </div>
    </Card>
  );
}

function barOf({ wave, belonging }: HistoryEntry) {
  const label = dayWords(wave.closesAt, wave.timeZone).replace(/, \d+$/u, "");
  if ("band" in belonging) return { label, belonging: { ok: true as const, belonging } };
  if ("kind" in belonging) {
    return {
      label,
      belonging: { ok: false as const, code: "withheld" as const, withheld: belonging },
    };
  }
  return { label, belonging };
}

const VERDICT_ICONS: Readonly<Record<"about-the-same" | "higher" | "lower", LucideIcon>> = {
  "about-the-same": Equal,
  higher: ArrowUp,
  lower: ArrowDown,
};

function ChangeWords({
  change,
  waves,
}: {
  readonly change: Change | null;
  readonly waves: number;
}) {
  if (change === null) {
    return (
      <p className="max-w-prose text-ink-soft">
        {waves < 2
          ? "This was the first pulse of the class. A change can be shown from the second on."
          : "No change can be shown: one of the last two results is withheld."}
      </p>
    );
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
      <span>{change.words}</span>
    </p>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
