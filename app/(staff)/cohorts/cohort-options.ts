import { cohortKeyText, type CohortKey } from "@/lib/insight/cohort-key";
import type { CohortChoices } from "@/lib/services/cohorts/cohort-choices";
import { gradeWords } from "@/lib/services/insight/grade-words";

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Everything that can be added to a comparison, by kind; what is chosen already is left out. */
export function optionGroups(
  choices: CohortChoices,
  chosen: readonly CohortKey[],
): readonly OptionGroup[] {
  const taken = new Set(chosen.map(cohortKeyText));
  const names = new Map(choices.schools.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const grades = [...new Set(choices.schoolGrades.map(({ grade }) => grade))];
  const all: { label: string; options: { key: CohortKey; label: string }[] }[] = [
    {
      label: "Saved sets of classes",
      options: choices.sets.map(({ id, name }) => ({ key: { kind: "set", id }, label: name })),
    },
    {
      label: "Schools",
      options: [
        ...(choices.wholeDistrict
          ? [{ key: { kind: "district" as const }, label: "The whole district" }]
          : []),
        ...choices.schools.map(({ id, name }) => ({
          key: { kind: "school" as const, schoolId: id },
          label: name,
        })),
      ],
    },
    {
      label: "Grades of all schools",
      options: choices.wholeDistrict
        ? grades.map((grade) => ({
            key: { kind: "grades", grade },
            label: `${gradeWords([grade])}, all schools`,
          }))
        : [],
    },
    {
      label: "Grades of a school",
      options: choices.schoolGrades
        .map(({ schoolId, grade }) => ({
          key: { kind: "grade" as const, schoolId, grade },
          label: `${nameOf(schoolId)}: ${gradeWords([grade])}`,
        }))
        .sort((a, b) => a.label.localeCompare(b.label, "en", { numeric: true })),
    },
    {
      label: "Demographic groups that were collected",
      options: choices.groups.map(({ groupId, schoolId, grade, dimension, category }) => ({
        key: { kind: "group", groupId },
        label: `${nameOf(schoolId)}${grade === null ? "" : `, ${gradeWords([grade])}`}: ${dimension}, ${category}`,
      })),
    },
  ];
  return all.flatMap(({ label, options }) => {
    const left = options
      .map((option) => ({ value: cohortKeyText(option.key), label: option.label }))
      .filter(({ value }) => !taken.has(value));
    return left.length === 0 ? [] : [{ label, options: left }];
  });
}
