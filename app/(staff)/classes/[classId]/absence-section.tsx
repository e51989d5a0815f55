import { AbsenceChart } from "@/components/charts/absence-chart";
import { besideSchoolWords } from "@/components/insight/absence-words";
import { weekWords } from "@/components/insight/date-words";
import { lookSentences, windowSentence } from "@/components/insight/group-absence-words";
import { TierBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { recentAbsence } from "@/lib/attendance/recent-absence";
import { inHundred } from "@/lib/flags/rate-words";
import { ordinaryDetection } from "@/lib/simulation/flag-rates";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";
import type { ClassAbsence } from "@/lib/services/insight/class-absence";
import type { ClassView } from "@/lib/services/insight/read-class";

/** Absence beside the rest of the school, by week, and chronic absence as a share of the class. */
export function AbsenceSection({ view }: { readonly view: ClassView }) {
  const { absence } = view;
  const recent = absence === null ? null : recentAbsence(absence.weeks);
  return (
    <Card title="Absence" description="From the school’s attendance. It holds no answers.">
      {absence === null ? (
        <p className="text-ink-soft">No attendance has been imported for this class yet.</p>
      ) : (
        <div className="grid gap-6">
          {recent === null ? null : (
            <p className="max-w-prose font-medium tabular">
              {besideSchoolWords(recent, view.class.title)}
            </p>
          )}
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
          {view.risingAround.length === 0 ? null : <RisingAround groups={view.risingAround} />}
        </div>
      )}
    </Card>
  );
}

/** What a class this small may not show by itself. */
function RisingAround({ groups }: { readonly groups: ClassView["risingAround"] }) {
  return (
    <div className="grid gap-3 border-t border-line pt-4 text-sm">
      <h3 className="font-semibold">Around this class</h3>
      <ul className="grid gap-3">
        {groups.map((group) => (
          <li key={`${group.level} ${group.grade}`} className="grid max-w-prose gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">Absence rises in {group.name} as a whole</span>
              {group.figures?.tier ? <TierBadge tier={group.figures.tier} /> : null}
            </p>
            <p className="text-ink-soft">
              {[...lookSentences(group), windowSentence(group)].join(" ")}
            </p>
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-ink-soft">
        It says nothing about this class by itself. A class of 25 whose absence goes from 6% to 10%
        of days is found as watch in {found(25)} of 100 cases within four weeks, a group of 100
        students in {found(100)}.
      </p>
    </div>
  );
}

function found(students: number): string {
  return inHundred(ordinaryDetection(MEASURED_RATES, students).watch);
}

function chronicWords({ classified, chronic }: ClassAbsence["chronic"]): string {
  if (classified === 0) return "too early to say; it takes at least 10 school days.";
  const share = Math.round((100 * chronic) / classified);
  return (
    `${String(share)}% of the ${String(classified)} students with 10 or more school days ` +
    "missed a tenth of them or more, for whatever reason."
  );
}
