import type { ClassRow } from "@/lib/data/classes";
import type { AudienceScope } from "@/lib/waves/audience";
import { gradeWords } from "../insight/grade-words";

/** Whom a wave asks, in words, from the classes it reaches. */
export function scopeLabel(
  scope: AudienceScope,
  classes: readonly Pick<ClassRow, "id" | "title" | "schoolName">[],
  districtName: string,
): string {
  const schools = [...new Set(classes.map((row) => row.schoolName))];
  const where =
    schools.length === 1 ? (schools[0] ?? districtName) : `${String(schools.length)} schools`;
  switch (scope.kind) {
    case "district":
      return districtName;
    case "school":
      return where;
    case "grade":
      return `${gradeWords(scope.ids)}, ${where}`;
    case "classes":
      return classes.length === 1
        ? `${classes[0]?.title ?? ""}, ${where}`
        : `${String(classes.length)} classes, ${where}`;
  }
}
