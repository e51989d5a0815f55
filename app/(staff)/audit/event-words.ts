import { ROLE_WORDS } from "@/lib/access/role-words";
import { ROLES } from "@/lib/access/actor";
import { AUDIT_ACTIONS, AUDIT_WORDS } from "@/lib/audit/event";

const LABELS: Readonly<Record<string, string>> = {
  admission: "students get in by",
  by: "by",
  classId: "class",
  email: "e-mail",
  failures: "wrong tries",
  format: "format",
  from: "from",
  kind: "kind",
  name: "name",
  outcome: "outcome",
  shownAs: "shown to students as",
  releaseHash: "fingerprint of the result",
  role: "role",
  slips: "slips",
  state: "state",
  tier: "level",
  timeZone: "time zone",
  title: "title",
  to: "to",
  until: "until",
  wave: "pulse",
};

const SUBJECTS: Readonly<Record<string, string>> = {
  account: "Account",
  class: "Class",
  cohort: "Set of classes",
  district: "District",
  flag: "Flag",
  import: "Import",
  invitation: "Invitation",
  person: "Student",
  plan: "Plan",
  request: "Request",
  school: "School",
  wave: "Pulse",
};

/** What happened, in words; an action of a newer version as it is stored. */
export function actionWords(action: string): string {
  const known = AUDIT_ACTIONS.find((name) => name === action);
  return known === undefined ? action : AUDIT_WORDS[known];
}

export interface EventDetail {
  readonly label: string;
  readonly value: string;
}

/** What it happened to: its name where the event has one, otherwise its kind and short number. */
export function subjectWords(
  event: {
    readonly subjectType: string;
    readonly subjectId: string;
    readonly detail: unknown;
  },
  names: ReadonlyMap<string, string>,
): string {
  const kind = SUBJECTS[event.subjectType] ?? event.subjectType;
  const named = plain(event.detail).find(([key]) => key === "name" || key === "title");
  if (named !== undefined && typeof named[1] === "string") return `${kind}: ${named[1]}`;
  if (event.subjectType === "district") return kind;
  const title = names.get(event.subjectId);
  if (title !== undefined) return `${kind}: ${title}`;
  return `${kind} ${/^[0-9a-f]{8}-/.test(event.subjectId) ? event.subjectId.slice(0, 8) : event.subjectId}`;
}

/** The rest of what the event holds, as label and value. */
export function detailWords(detail: unknown, names: ReadonlyMap<string, string>): EventDetail[] {
  return plain(detail)
    .filter(([key, value]) => key !== "name" && key !== "title" && value !== null)
    .map(([key, value]) => ({
      label: LABELS[key] ?? spaced(key),
      value: (key === "classId" && names.get(String(value))) || valueWords(key, value),
    }));
}

function plain(detail: unknown): [string, string | number | boolean | null][] {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return [];
  return Object.entries(detail).flatMap(([key, value]: [string, unknown]) =>
    value === null || ["string", "number", "boolean"].includes(typeof value)
      ? [[key, value as string | number | boolean | null]]
      : [],
  );
}

function valueWords(key: string, value: string | number | boolean | null): string {
  if (key === "admission") return value === "roster" ? "the class list" : "slips dealt by chance";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (key === "role") {
    const role = ROLES.find((known) => known === value);
    if (role !== undefined) return ROLE_WORDS[role].toLowerCase();
  }
  if (/hash$/i.test(key) && typeof value === "string") return `${value.slice(0, 12)}…`;
  return typeof value === "number" ? value.toLocaleString("en") : String(value);
}

/** "rowsSkipped" → "rows skipped". */
function spaced(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
