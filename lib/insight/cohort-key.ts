import { escapePart } from "@/lib/disclosure/plan-wave";

/** A cohort as an address names it. What it says of whom is asked of the roster and of the releases. */
export type CohortKey =
  | { readonly kind: "district" }
  | { readonly kind: "school"; readonly schoolId: string }
  /** A grade of one school, as the roster writes it. */
  | { readonly kind: "grade"; readonly schoolId: string; readonly grade: string }
  /** A grade of every school. */
  | { readonly kind: "grades"; readonly grade: string }
  /** A saved set of classes. */
  | { readonly kind: "set"; readonly id: string }
  /** A demographic group that was collected, by its group in the releases. */
  | { readonly kind: "group"; readonly groupId: string };

/** Longer than any key that a page writes. */
const LONGEST = 400;

/** Reads "school:S1", "grade:S1/7", "grades:7", "set:UUID", "group:school:S1&gender=F" or "district"; else null. */
export function parseCohortKey(text: string): CohortKey | null {
  if (text.length > LONGEST) return null;
  if (text === "district") return { kind: "district" };
  const [, kind, rest = ""] = /^(school|grade|grades|set|group):(.+)$/u.exec(text) ?? [];
  switch (kind) {
    case "school":
      return { kind, schoolId: rest };
    case "grade": {
      const [schoolId, grade, ...more] = rest.split("/").map(unescapePart);
      if (schoolId === undefined || grade === undefined || more.length > 0) return null;
      return schoolId === "" || grade === "" ? null : { kind, schoolId, grade };
    }
    case "grades":
      return { kind, grade: rest };
    case "set":
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(rest) ? { kind, id: rest } : null;
    case "group":
      return rest.includes("&") ? { kind, groupId: rest } : null;
    default:
      return null;
  }
}

/** The text that `parseCohortKey` reads back. */
export function cohortKeyText(key: CohortKey): string {
  switch (key.kind) {
    case "district":
      return "district";
    case "school":
      return `school:${key.schoolId}`;
    case "grade":
      return `grade:${escapePart(key.schoolId)}/${escapePart(key.grade)}`;
    case "grades":
      return `grades:${key.grade}`;
    case "set":
      return `set:${key.id}`;
    case "group":
      return `group:${key.groupId}`;
  }
}

function unescapePart(part: string): string {
  return part.replaceAll("%2F", "/").replaceAll("%25", "%");
}
