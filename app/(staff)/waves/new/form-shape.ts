import type { ScheduleChoices, SchoolChoice } from "@/lib/services/waves/read-schedule-choices";
import { advisedClosingDay, validateSchedule, weekdaysBut } from "@/lib/waves/schedule";
import { instantToLocal } from "@/lib/waves/local-time";
import { type WaveZone, zoneOfWave } from "@/lib/waves/wave-zone";
import { scheduleForm } from "@/lib/services/waves/schedule-form";

export type ScopeKind = "district" | "school" | "grade" | "classes";

/** What the form looks like for what is filled in so far. */
export interface FormShape {
  readonly scope: ScopeKind;
  readonly start: "now" | "later";
  readonly zone: WaveZone;
  /** School days on which it would be open, as far as calendars say; null while the times make no sense yet. */
  readonly schoolDays: number | null;
  /** Grades that are asked and that the questions are not worded for, as far as the form tells. */
  readonly misfits: readonly string[];
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
    parsed.success
      ? chosenSchools(parsed.data.scope, choices).map((school) => school.timeZone)
      : [],
    choices.district.timeZone,
  );
  const times = parsed.success
    ? validateSchedule({
        opens: parsed.data.opens === "now" ? instantToLocal(now, zone.zone) : parsed.data.opens,
        closes: parsed.data.closes,
        zone: zone.zone,
        now,
        isSchoolDay: weekdaysBut(new Set(choices.noSchool)),
      })
    : null;
  return {
    scope: scope ?? "classes",
    start,
    zone,
    schoolDays: times?.ok === true ? times.schoolDays : null,
    misfits: parsed.success ? misfitsOf(parsed.data, choices) : [],
  };
}

/** When a pulse closes unless somebody says otherwise: five school days after it opens, at 3 in the afternoon. */
export function usualClosing(
  opens: string,
  { noSchool }: Pick<ScheduleChoices, "noSchool">,
): string | null {
  const day = advisedClosingDay(opens.slice(0, 10), weekdaysBut(new Set(noSchool)));
  return day === null ? null : `${day}T15:00`;
}

type Request = ReturnType<typeof scheduleForm.parse>;

/** Of classes chosen one by one the form does not know the grades. */
function misfitsOf({ scope, questions }: Request, choices: ScheduleChoices): string[] {
  const asked = choices.questions.find(({ key }) => key === questions) ?? choices.questions[0];
  if (asked === undefined || scope.kind === "classes") return [];
  const { from, to } = asked.grades;
  const grades = chosenSchools(scope, choices)
    .flatMap((school) => school.grades)
    .filter(({ grade }) => scope.kind !== "grade" || scope.ids.includes(grade));
  const outside = grades.filter(({ grade }) => {
    const number = gradeNumber(grade);
    return number !== null && (number < from || number > to);
  });
  return [...new Set(outside.map(({ label }) => label))];
}

/** "07" and "7" are 7, kindergarten and before are 0; null for what is no grade. */
function gradeNumber(grade: string): number | null {
  if (/^(?:[KTP]K|K|KG|PR|PS)$/iu.test(grade)) return 0;
  return /^\d{1,2}$/u.test(grade) ? Number(grade) : null;
}

function chosenSchools(scope: Request["scope"], { schools }: ScheduleChoices): SchoolChoice[] {
  return schools.filter((school) => {
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
}
