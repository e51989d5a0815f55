import type { Construct } from "@/lib/instruments/instrument";
import { AMONG_STUDENTS } from "./catalogue/among-students";
import { AROUND_THE_CLASS } from "./catalogue/around-the-class";
import { TEACHER_AND_STUDENT } from "./catalogue/teacher-and-student";
import type { Strategy } from "./strategy";

/** Everything that can be tried. The order says nothing of worth. */
export const STRATEGIES: readonly Strategy[] = [
  ...TEACHER_AND_STUDENT,
  ...AMONG_STUDENTS,
  ...AROUND_THE_CLASS,
];

/** Grades as the catalogue is narrowed by them; kindergarten is 0. */
export const GRADE_BANDS = [
  { id: "k-2", label: "Kindergarten to grade 2", from: 0, to: 2 },
  { id: "3-5", label: "Grades 3 to 5", from: 3, to: 5 },
  { id: "6-8", label: "Grades 6 to 8", from: 6, to: 8 },
  { id: "9-12", label: "Grades 9 to 12", from: 9, to: 12 },
] as const;

/** Constructs that at least one strategy is for, in the order of the catalogue's first mention. */
export const COVERED_CONSTRUCTS: readonly Construct[] = [
  ...new Set(STRATEGIES.flatMap(({ constructs }) => constructs)),
];

/** A strategy by its id; undefined for one that there is not, or not any more. */
export function strategyOf(id: string): Strategy | undefined {
  return STRATEGIES.find((strategy) => strategy.id === id);
}

export interface Grades {
  readonly from: number;
  readonly to: number;
}

/**
 * Strategies for a construct and for at least one of the grades; without either, of every one. Those that name the
 * construct first come first: they are nearest to it.
 */
export function strategiesFor({
  construct,
  grades,
}: {
  readonly construct?: Construct | undefined;
  readonly grades?: Grades | undefined;
}): Strategy[] {
  const found = STRATEGIES.filter(
    (strategy) =>
      (construct === undefined || strategy.constructs.includes(construct)) &&
      (grades === undefined ||
        (strategy.grades.from <= grades.to && grades.from <= strategy.grades.to)),
  );
  if (construct === undefined) return found;
  return found.sort((a, b) => a.constructs.indexOf(construct) - b.constructs.indexOf(construct));
}
