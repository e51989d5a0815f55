import { BelongingWavesChart } from "@/components/charts/belonging-waves-chart";
import { dayWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import { releaseStamp } from "@/lib/charts/release-stamp";
import { TERM_MS } from "@/lib/insight/term";
import type { HistoryEntry } from "@/lib/services/insight/comparable-waves";
import type { ClassView } from "@/lib/services/insight/read-class";

import { AbsenceSection } from "./absence-section";

/** The term so far: belonging pulse by pulse, and absence week by week. */
export function TermSection({ view }: { readonly view: ClassView }) {
  const history = ofTerm(view.pulse?.history ?? []);
  const drawn = history.length > 1 && history.some(({ belonging }) => "band" in belonging);
  const newest = history[0]?.wave;
  if (!drawn || newest === undefined) return <AbsenceSection view={view} />;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title="The term so far">
        <BelongingWavesChart waves={history.toReversed().map(barOf)} stamp={releaseStamp(newest)} />
      </Card>
      <AbsenceSection view={view} />
    </div>
  );
}

/** From the newest back; a term is what is pooled, too. */
function ofTerm(history: readonly HistoryEntry[]): HistoryEntry[] {
  const since = (history[0]?.wave.closesAt.getTime() ?? 0) - TERM_MS;
  return history.filter(({ wave }) => wave.closesAt.getTime() >= since);
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
