import { z } from "zod";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import type { ScheduleRequest } from "./schedule-wave";
import type { AudienceScope } from "@/lib/waves/audience";

const LOCAL = /^(\d{4,6}-\d{2}-\d{2})T(\d{2}:\d{2})/u;

const fields = z.object({
  title: z.string(),
  scope: z.enum(["district", "school", "grade", "classes"], {
    error: "Choose whom to ask.",
  }),
  school: z.string().optional(),
  /** School and grade in one choice, as `gradeValue` writes it. */
  grade: z.string().optional(),
  classes: z.array(z.string()),
  start: z.enum(["now", "later"], { error: "Choose when it opens." }),
  opens: z.string().optional(),
  closes: z.string(),
  k: z.coerce.number().optional(),
  dimensions: z.array(z.string()).default([]),
  words: z.string().optional(),
  nominations: z.string().optional(),
  questions: z.string().optional(),
  admission: z.string().optional(),
  /** Who can open it: Hearth by itself, or three trustees. */
  holders: z.enum(["hearth", "trustees"]).optional(),
  trustee1: z.string().optional(),
  trustee2: z.string().optional(),
  trustee3: z.string().optional(),
});
type Fields = z.infer<typeof fields>;

/** The value of a choice that names a grade of a school. */
export function gradeValue(schoolId: string, grade: string): string {
  return JSON.stringify([schoolId, grade]);
}

/** The form of /waves/new as a request to the service; what is missing is said at its field. */
export const scheduleForm: z.ZodType<ScheduleRequest> = fields.transform((form, context) => {
  const refuse = (field: string, message: string) => {
    context.addIssue({ code: "custom", path: [field], message });
    return z.NEVER;
  };
  const scope = scopeOf(form);
  if ("missing" in scope) return refuse(scope.missing, scope.message);
  const closes = localTime(form.closes);
  if (closes === null) return refuse("closes", "Choose a date and a time.");
  const opens = form.start === "now" ? "now" : localTime(form.opens ?? "");
  if (opens === null) return refuse("opens", "Choose a date and a time.");
  const k = form.k ?? FLOOR_POLICY.k;
  const { title, dimensions } = form;
  const words = form.words !== undefined;
  const nominations = form.nominations !== undefined;
  const asked = form.questions === undefined ? {} : { questions: form.questions };
  const enters = form.admission === undefined ? {} : { admission: form.admission };
  const more = { dimensions, words, nominations, ...asked, ...enters, ...trusteesOf(form) };
  return { title, scope, opens, closes, k, ...more };
});

/** All three places, also empty ones: the service says what is missing where. */
function trusteesOf(form: Fields): { trustees?: readonly string[] } {
  if (form.holders !== "trustees") return {};
  return { trustees: [form.trustee1 ?? "", form.trustee2 ?? "", form.trustee3 ?? ""] };
}

function scopeOf(form: Fields): AudienceScope | { missing: string; message: string } {
  switch (form.scope) {
    case "district":
      return { kind: "district" };
    case "school":
      return form.school === undefined || form.school === ""
        ? { missing: "school", message: "Choose a school." }
        : { kind: "school", ids: [form.school] };
    case "grade": {
      const [school, grade] = gradeOf(form.grade ?? "");
      return school === undefined || grade === undefined
        ? { missing: "grade", message: "Choose a grade." }
        : { kind: "grade", ids: [grade], schools: [school] };
    }
    case "classes":
      return form.classes.length === 0
        ? { missing: "classes", message: "Choose at least one class." }
        : { kind: "classes", ids: [...new Set(form.classes)] };
  }
}

function gradeOf(value: string): readonly string[] {
  try {
    return z.tuple([z.string(), z.string()]).parse(JSON.parse(value));
  } catch {
    return [];
  }
}

function localTime(value: string): { date: string; time: string } | null {
  const [, date, time] = LOCAL.exec(value) ?? [];
  return date === undefined || time === undefined ? null : { date, time };
}
