import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { sha256Hex } from "@/lib/sha256";

export type SurveyRow = Record<"school" | "grade" | "class" | "gender" | "q1" | "q2", string>;

/** For tests: invented respondents, the same for the same options. Grades, and classes if asked, bear one name in all schools. */
export function madeSurvey(options: {
  readonly schools: number;
  readonly grades?: number;
  readonly classesInGrade?: number;
  readonly inClass?: number;
  readonly classNames?: "repeated" | "unique";
  readonly seed?: number;
}): SurveyRow[] {
  const { schools, grades = 2, classesInGrade = 2, inClass = 24 } = options;
  const random = seededRandom(sha256Hex(`survey ${options.seed ?? 1}`));
  const rows: SurveyRow[] = [];
  for (let school = 1; school <= schools; school += 1)
    for (let grade = 6; grade < 6 + grades; grade += 1)
      for (let section = 0; section < classesInGrade; section += 1) {
        const name = `${grade}${String.fromCharCode(65 + section)}`;
        const share = 0.35 + 0.5 * random();
        const answer = () =>
          random() < share
            ? String(4 + Math.floor(2 * random()))
            : String(1 + Math.floor(3 * random()));
        for (let student = 0; student < inClass; student += 1)
          rows.push({
            school: `S${school}`,
            grade: String(grade),
            class: options.classNames === "repeated" ? name : `S${school}-${name}`,
            gender: student % 2 === 0 ? "F" : "M",
            q1: answer(),
            q2: random() < 0.1 ? "" : answer(),
          });
      }
  return rows;
}

/** For tests: the rows as CSV. */
export function csvOf(
  rows: readonly Partial<SurveyRow>[],
  columns: readonly (keyof SurveyRow)[] = ["school", "grade", "class", "gender", "q1", "q2"],
): string {
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** For tests: the same rows in another order. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  const random = seededRandom(sha256Hex(`shuffle ${seed}`));
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
