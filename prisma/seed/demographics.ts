import { csvText } from "./csv-text";
import { demoDistrict } from "./district";
import { type Random, seededRandom } from "@/lib/simulation/random";

/** The demographics of the demo, as the file's columns and as Hearth is told to call them. */
export const DEMO_DIMENSIONS = {
  homeLanguage: { column: "Home_language", name: "home language" },
  gender: { column: "Gender", name: "gender" },
} as const;

/** Invented shares of a student body; the rest is not recorded. */
const LANGUAGES: readonly (readonly [category: string, share: number])[] = [
  ["English", 0.57],
  ["Spanish", 0.22],
  ["Arabic", 0.1],
  ["Vietnamese", 0.08],
  ["Portuguese", 0.02],
];
const GENDERS: readonly (readonly [category: string, share: number])[] = [
  ["female", 0.485],
  ["male", 0.485],
  ["nonbinary", 0.02],
];

function draw(random: Random, shares: readonly (readonly [string, number])[]): string {
  let left = random();
  for (const [category, share] of shares) {
    left -= share;
    if (left < 0) return category;
  }
  return "";
}

/** Each student's home language and gender, "" where not recorded; independent of class and answers. */
export function demoDemographics(
  seed: number,
): Map<string, { readonly homeLanguage: string; readonly gender: string }> {
  const random = seededRandom(seed, "demographics");
  return new Map(
    demoDistrict(seed)
      .classes.flatMap(({ studentIds }) => studentIds)
      .map((id) => [id, { homeLanguage: draw(random, LANGUAGES), gender: draw(random, GENDERS) }]),
  );
}

/** The same as a file that an office would export. */
export function demoDemographicsCsv(seed: number): string {
  const { homeLanguage, gender } = DEMO_DIMENSIONS;
  return csvText(
    ["Student_id", homeLanguage.column, gender.column],
    [...demoDemographics(seed)].map(([id, own]) => [id, own.homeLanguage, own.gender]),
  );
}
