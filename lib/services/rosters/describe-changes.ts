import type { FieldChange, RosterDiff } from "@/lib/roster/diff-roster";
import type { LeavingReason } from "@/lib/roster/parsed";
import type { EntityKind, RosterSnapshot } from "@/lib/roster/types";

/** One line of the preview, in names that a school knows. */
export interface ChangeLine {
  readonly id: string;
  readonly what: "added" | "changed" | "leaving";
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
}

/** Listed one by one for each of added, changed and leaving; the rest is counted. */
export const LISTED_CHANGES = 200;

const KIND_WORDS: Readonly<Record<EntityKind, string>> = {
  orgs: "School or district",
  academicSessions: "Term",
  classes: "Class",
  people: "Person",
  enrollments: "Enrollment",
};

const LEAVING_WORDS: Readonly<Record<LeavingReason, string>> = {
  markedForDeletion: "the file marks it as deleted",
  disabled: "the file says that the account is disabled",
  ended: "its end date has passed",
  notKept: "Hearth keeps students and staff only",
  missingFromFile: "not in the file any more",
  dependsOnLeaving: "its school, class or person leaves",
  phantomClass: "the class has fewer than two students",
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: "name",
  type: "kind",
  parentId: "belongs to",
  identifier: "number",
  title: "title",
  startDate: "starts",
  endDate: "ends",
  schoolYear: "school year",
  classCode: "code",
  classType: "kind",
  grades: "grades",
  schoolId: "school",
  termIds: "terms",
  givenName: "given name",
  familyName: "family name",
  role: "role",
  email: "e-mail",
  orgIds: "schools",
  classId: "class",
  personId: "person",
  primary: "main teacher",
  beginDate: "begins",
};

/** The first changes of each sort, in words; leaving first, since that is what one must not miss. */
export function describeChanges(current: RosterSnapshot, { changes }: RosterDiff): ChangeLine[] {
  const name = namesOf(current, changes);
  const lists: Record<ChangeLine["what"], ChangeLine[]> = { leaving: [], changed: [], added: [] };
  const put = (what: ChangeLine["what"], kind: EntityKind, record: Named, detail: string): void => {
    if (lists[what].length >= LISTED_CHANGES) return;
    const id = `${what}:${kind}:${record.id}`;
    lists[what].push({ id, what, kind: KIND_WORDS[kind], name: name(kind, record), detail });
  };
  const kinds = ["people", "classes", "orgs", "academicSessions", "enrollments"] as const;
  for (const kind of kinds) {
    for (const { record, reason } of changes[kind].leaving) {
      put("leaving", kind, record, LEAVING_WORDS[reason]);
    }
    for (const { after, fields } of changes[kind].changed) {
      put("changed", kind, after, fields.map((field) => fieldWords(field, name)).join("; "));
    }
    for (const record of changes[kind].added) put("added", kind, record, "");
  }
  return [...lists.leaving, ...lists.changed, ...lists.added];
}

type Named = RosterSnapshot[EntityKind][number];
type NameOf = (kind: EntityKind, record: Named | string) => string;

function namesOf(current: RosterSnapshot, changes: RosterDiff["changes"]): NameOf {
  const known = new Map<string, string>();
  const learn = (kind: EntityKind, record: Named): void => {
    known.set(`${kind}:${record.id}`, plainName(record));
  };
  for (const kind of ["orgs", "academicSessions", "classes", "people"] as const) {
    for (const record of current[kind]) learn(kind, record);
    for (const record of changes[kind].added) learn(kind, record);
    for (const { after } of changes[kind].changed) learn(kind, after);
  }
  const find = (kind: EntityKind, id: string): string => known.get(`${kind}:${id}`) ?? id;
  return (kind, record) => {
    if (typeof record === "string") return find(kind, record);
    if ("personId" in record) {
      return `${find("people", record.personId)} in ${find("classes", record.classId)}`;
    }
    if ("classType" in record) return `${record.title}, ${find("orgs", record.schoolId)}`;
    return plainName(record);
  };
}

function plainName(record: Named): string {
  if ("familyName" in record) {
    const role = record.role === "other" ? "" : ` (${record.role})`;
    return `${record.givenName} ${record.familyName}`.trim() + role;
  }
  if ("title" in record) return record.title;
  return "name" in record ? record.name : record.id;
}

function fieldWords({ field, before, after }: FieldChange, name: NameOf): string {
  const show = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return "nothing";
    if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(show).join(", ");
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value !== "string") return "";
    const kind = REFERENCES[field];
    return kind === undefined ? value : name(kind, value);
  };
  return `${FIELD_WORDS[field] ?? field}: ${show(before)} → ${show(after)}`;
}

const REFERENCES: Readonly<Record<string, EntityKind>> = {
  parentId: "orgs",
  schoolId: "orgs",
  orgIds: "orgs",
  termIds: "academicSessions",
  classId: "classes",
  personId: "people",
};
