import { AbsenceChart } from "@/components/charts/absence-chart";
import { weekWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import type { ClassAbsence } from "@/lib/services/insight/class-absence";
import type { ClassView } from "@/lib/services/insight/read-class";

/** Absence by week beside the rest of the school, and chronic absence as a share of the class. */
export function AbsenceSection({ view }: { readonly view: ClassView }) {
  const { absence } = view;
  return (
    <Card title="Absence" description="From the school’s attendance. It holds no answers.">
      {absence === null ? (
        <p className="text-ink-soft">No attendance has been imported for this class yet.</p>
      ) : (
        <div className="grid gap-6">
          <AbsenceChart
            groupName={view.class.title}
            points={absence.weeks.map((week) => ({
              ...week,
              weekStart: weekWords(week.weekStart),
            }))}
          />
          <p className="max-w-prose border-t border-line pt-4 text-sm">
            <span className="font-semibold">Chronic absence:</span> {chronicWords(absence.chronic)}
          </p>
        </div>
      )}
    </Card>
  );
}

function chronicWords({ classified, chronic }: ClassAbsence["chronic"]): string {
  if (classified === 0) return "too early to say; it takes at least 10 school days.";
  const share = Math.round((100 * chronic) / classified);
  return (
    `${String(share)}% of the ${String(classified)} students with 10 or more school days ` +
    "missed a tenth of them or more, for whatever reason."
  );
}
