import { absenceChangeWords } from "@/components/insight/absence-words";
import { ChangeCard } from "@/components/insight/change-card";
import { recentAbsence } from "@/lib/attendance/recent-absence";
import type { ClassView } from "@/lib/services/insight/read-class";

/** Second question of the class page: what changed since the last pulse, and in absence. */
export function ChangeSection({ view: { pulse, absence } }: { readonly view: ClassView }) {
  const recent = absence === null ? null : recentAbsence(absence.weeks);
  const words = recent === null ? null : absenceChangeWords(recent);
  return (
    <ChangeCard change={pulse?.change ?? null} pulses={pulse?.history.length ?? 0}>
      {words === null ? null : (
        <p className="max-w-prose border-t border-line pt-4 tabular">
          {words}{" "}
          <span className="text-sm text-ink-soft">
            Small classes swing from week to week: a flag is raised only where chance is unlikely.
          </span>
        </p>
      )}
    </ChangeCard>
  );
}
