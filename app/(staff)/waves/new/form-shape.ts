import type { ScheduleChoices } from "@/lib/services/waves/read-schedule-choices";
import { validateSchedule } from "@/lib/waves/schedule";
import { instantToLocal } from "@/lib/waves/local-time";
import { type WaveZone, zoneOfWave } from "@/lib/waves/wave-zone";
import { scheduleForm } from "@/lib/services/waves/schedule-form";

export type ScopeKind = "district" | "school" | "grade" | "classes";

/** What the form looks like for what is filled in so far. */
export interface FormShape {
  readonly scope: ScopeKind;
  readonly start: "now" | "later";
  readonly zone: WaveZone;
  /** Weekdays on which it would be open; null while the times make no sense yet. */
  readonly schoolDays: number | null;
}

/** Reads the form as it stands. The service decides; this only shows early what it will say. */
export function readShape(form: FormData, choices: ScheduleChoices, now: Date): FormShape {
  const scope = form.get("scope") as ScopeKind | null;
  const start = form.get("start") === "now" ? "now" : "later";
  const raw = {
    ...Object.fromEntries(form),
    classes: form.getAll("classes"),
    dimensions: form.getAll("dimensions"),
  };
  const parsed = scheduleForm.safeParse(raw);
  const zone = zoneOfWave(
    parsed.success ? zonesOf(parsed.data.scope, choices) : [],
    choices.district.timeZone,
  );
  const times = parsed.success
    ? validateSchedule({
        opens: parsed.data.opens === "now" ? instantToLocal(now, zone.zone) : parsed.data.opens,
        closes: parsed.data.closes,
        zone: zone.zone,
        now,
      })
    : null;
  return {
    scope: scope ?? "classes",
    start,
    zone,
    schoolDays: times?.ok === true ? times.schoolDays : null,
  };
}

function zonesOf(
  scope: ReturnType<typeof scheduleForm.parse>["scope"],
  { schools }: ScheduleChoices,
): (string | null)[] {
  const chosen = schools.filter((school) => {
    switch (scope.kind) {
      case "district":
        return true;
      case "school":
        return scope.ids.includes(school.id);
      case "grade":
        return scope.schools?.includes(school.id) ?? true;
      case "classes":
        return school.classes.some((row) => scope.ids.includes(row.id));
    }
  });
  return chosen.map((school) => school.timeZone);
}
