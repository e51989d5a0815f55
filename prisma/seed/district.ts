import { integerBetween, type Random, seededRandom } from "@/lib/simulation/random";
import { demoTruths, lowClassIds, risingClassIds } from "./truths";

export const DEMO_STUDENTS = 1_400;
const SMALLEST_CLASS = 20;
const LARGEST_CLASS = 28;
/** Classes with something planted in them are of one size, so that size explains nothing. */
const PLANTED_SIZE = 26;
const UNDER_TEN_SIZES: readonly number[] = [9, 8];

export interface DemoSchool {
  readonly id: string;
  readonly name: string;
  readonly grades: readonly number[];
}

export interface DemoClass {
  readonly id: string;
  readonly schoolId: string;
  readonly grade: number;
  /** As students say it: "7C". */
  readonly title: string;
  readonly teacherId: string;
  readonly studentIds: readonly string[];
}

/** Who is where, without names: what attendance and answers are drawn for. */
export interface DemoDistrict {
  readonly id: string;
  readonly name: string;
  readonly schools: readonly DemoSchool[];
  readonly classes: readonly DemoClass[];
}

/** Six classes a grade: 18 + 18 + 24. */
const CLASS_LETTERS = ["A", "B", "C", "D", "E", "F"] as const;

const SCHOOLS: readonly DemoSchool[] = [
  { id: "sch-1", name: "Alderbrook Middle School", grades: [6, 7, 8] },
  { id: "sch-2", name: "Tamarack Middle School", grades: [6, 7, 8] },
  { id: "sch-3", name: "Lanternhill High School", grades: [9, 10, 11, 12] },
];

const PLANTED = new Set<string>([
  ...lowClassIds,
  ...risingClassIds,
  demoTruths.unanimous,
  demoTruths.freeSeats,
]);

/** Sizes that sum to 1,400, each ordinary class between 20 and 28. */
function classSizes(random: Random, ids: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  demoTruths.underTen.forEach((id, index) => sizes.set(id, UNDER_TEN_SIZES[index] ?? 0));
  for (const id of PLANTED) sizes.set(id, PLANTED_SIZE);
  const ordinary = ids.filter((id) => !sizes.has(id));
  for (const id of ordinary) sizes.set(id, integerBetween(random, SMALLEST_CLASS, LARGEST_CLASS));

  let missing = DEMO_STUDENTS - [...sizes.values()].reduce((sum, size) => sum + size, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const id = ordinary[integerBetween(random, 0, ordinary.length - 1)] ?? "";
    const size = (sizes.get(id) ?? 0) + step;
    if (size < SMALLEST_CLASS || size > LARGEST_CLASS) continue;
    sizes.set(id, size);
    missing -= step;
  }
  return sizes;
}

/** Three schools, 60 classes and 1,400 students; the same ids and sizes for the same seed. */
export function demoDistrict(seed: number): DemoDistrict {
  const places = SCHOOLS.flatMap(({ id: schoolId, grades }) =>
    grades
      .flatMap((grade) => CLASS_LETTERS.map((letter) => ({ grade, letter })))
      .map(({ grade, letter }, index) => ({
        id: `cls-${schoolId.slice(4)}-${String(index + 1).padStart(2, "0")}`,
        schoolId,
        grade,
        title: `${grade}${letter}`,
      })),
  );
  const sizes = classSizes(
    seededRandom(seed, "class sizes"),
    places.map(({ id }) => id),
  );
  let students = 0;
  const classes = places.map((place) => ({
    ...place,
    teacherId: place.id.replace("cls", "tch"),
    studentIds: Array.from(
      { length: sizes.get(place.id) ?? 0 },
      () => `stu-${String(++students).padStart(4, "0")}`,
    ),
  }));
  return { id: "dst-1", name: "Larkfield Public Schools (demo)", schools: SCHOOLS, classes };
}
