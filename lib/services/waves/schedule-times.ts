import type { ClassRow } from "@/lib/data/classes";
import { readSchoolDays } from "@/lib/data/audience";
import { instantToLocal, type LocalTime } from "@/lib/waves/local-time";
import {
  isWeekday,
  type ScheduleRefusal,
  type ScheduleWarning,
  validateSchedule,
} from "@/lib/waves/schedule";

const DAY_MS = 86_400_000;
/** A year typed wrongly would keep the classes busy for good. */
const FURTHEST_AHEAD_MS = 366 * DAY_MS;
const LONGEST_OPEN_MS = 60 * DAY_MS;

type Times =
  | {
      readonly ok: true;
      readonly opensAt: Date;
      readonly closesAt: Date;
      readonly warnings: readonly ScheduleWarning[];
    }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Checks the times of a form against the clock of its schools and, for one school, its calendar. */
export async function checkTimes(
  now: Date,
  form: { readonly opens: LocalTime | "now"; readonly closes: LocalTime },
  wave: { readonly zone: string; readonly classes: readonly ClassRow[] },
): Promise<Times> {
  const opens = form.opens === "now" ? instantToLocal(now, wave.zone) : form.opens;
  const schools = [...new Set(wave.classes.map((row) => row.schoolId))];
  const { closes } = form;
  const checked = validateSchedule({ opens, closes, zone: wave.zone, now });
  if (!checked.ok) return { ok: false, fields: wording(checked) };
  const { opensAt, closesAt } = checked;
  if (opensAt.getTime() - now.getTime() > FURTHEST_AHEAD_MS) {
    return { ok: false, fields: { opens: "This is more than a year ahead. Check the year." } };
  }
  if (closesAt.getTime() - opensAt.getTime() > LONGEST_OPEN_MS) {
    return { ok: false, fields: { closes: "A pulse can be open for 60 days at most." } };
  }
  const [school] = schools;
  const kinds =
    schools.length === 1 && school !== undefined
      ? await readSchoolDays({ schoolId: school, from: opens.date, to: closes.date })
      : new Map<string, string>();
  const again = validateSchedule({
    opens,
    closes,
    zone: wave.zone,
    now,
    // Days that the calendar does not reach yet: Monday to Friday.
    isSchoolDay: (date) => (kinds.has(date) ? kinds.get(date) !== "no-school" : isWeekday(date)),
  });
  return { ok: true, opensAt, closesAt, warnings: again.ok ? again.warnings : [] };
}

function wording(refusal: ScheduleRefusal): Record<string, string> {
  const words: Record<ScheduleRefusal["code"], string> = {
    "time-zone-unknown": "The time zone of this school is not known. Ask your administrator.",
    "date-invalid": "This is not a date.",
    "time-invalid": "This is not a time.",
    "close-not-after-open": "The pulse must close after it opens.",
    "wave-too-short": "Leave at least an hour between opening and closing.",
    "wave-already-over": "This is in the past.",
  };
  return { [refusal.field === "zone" ? "opens" : refusal.field]: words[refusal.code] };
}
