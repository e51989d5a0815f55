/** demographics.csv of OneRoster 1.1 and 1.2: what of it can become a demographic, and how. */

/** One yes-or-no column for each race, in the words of the federal reports. */
const RACES: readonly (readonly [column: string, category: string])[] = [
  ["americanIndianOrAlaskaNative", "American Indian or Alaska Native"],
  ["asian", "Asian"],
  ["blackOrAfricanAmerican", "Black or African American"],
  ["nativeHawaiianOrOtherPacificIslander", "Native Hawaiian or Other Pacific Islander"],
  ["white", "White"],
];
const SEVERAL = "demographicRaceTwoOrMoreRaces";
const HISPANIC = "hispanicOrLatinoEthnicity";
export const SEX = "sex";
export const SOURCED_ID = "sourcedId";
export const STATUS = "status";

/** The columns that say race or ethnicity. */
export const RACE_COLUMNS: readonly string[] = [
  ...RACES.map(([column]) => column),
  SEVERAL,
  HISPANIC,
];

/** Position of each column of OneRoster that a header has. Case and blanks do not matter. */
export function oneRosterColumns(headers: readonly string[]): ReadonlyMap<string, number> {
  const known = [SOURCED_ID, STATUS, SEX, ...RACE_COLUMNS];
  const found = new Map<string, number>();
  for (const column of known) {
    const at = headers.findIndex((header) => header.trim().toLowerCase() === column.toLowerCase());
    if (at !== -1) found.set(column, at);
  }
  return found;
}

/** Whether a header line is that of OneRoster's demographics.csv. */
export function isOneRosterDemographics(headers: readonly string[]): boolean {
  const found = oneRosterColumns(headers);
  return found.has(SOURCED_ID) && (found.has(SEX) || RACE_COLUMNS.some((name) => found.has(name)));
}

/** Columns beside the standard that a system may add; the only others that can be chosen. */
export function isExtension(header: string): boolean {
  return /^metadata\../iu.test(header.trim());
}

/** true and false, also as 1, yes, y, t and their opposites; null where blank; undefined: neither. */
export function readFlag(cell: string): boolean | null | undefined {
  const word = cell.trim().toLowerCase();
  if (word === "") return null;
  if (["true", "1", "yes", "y", "t"].includes(word)) return true;
  return ["false", "0", "no", "n", "f"].includes(word) ? false : undefined;
}

/**
 * One category a student, as schools report to the federal government (OMB 1997 standard, 2007 guidance of the
 * Department of Education): Hispanic or Latino of any race first, then two or more races, then the one race;
 * null where nothing is said.
 */
export function raceOrEthnicity(isTrue: (column: string) => boolean): string | null {
  if (isTrue(HISPANIC)) return "Hispanic or Latino";
  const races = RACES.filter(([column]) => isTrue(column));
  if (isTrue(SEVERAL) || races.length > 1) return "Two or more races";
  return races[0]?.[1] ?? null;
}

/** OneRoster's words for sex; "unspecified" is no category. Words of one's own are kept. */
export function sexCategory(cell: string): string {
  const word = cell.trim().toLowerCase();
  if (word === "unspecified") return "";
  return ["male", "female", "other"].includes(word) ? word : cell;
}
