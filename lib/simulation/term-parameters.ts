/**
 * How invented school terms are made. The reference (statistics.md) gives figures and not the generator behind them:
 * these values were chosen so that its naive rules give about the false alarms of its table, and so that levels,
 * dispersion and spells look like those of its fixture (`lib/attendance/testdata`).
 */
export interface TermParameters {
  /** School weeks. A holiday of a whole week is no week to the rule, so none is made. */
  readonly weeks: number;
  /** How many of these weeks belong to the term before: the looks that count are made after them. */
  readonly before: number;
  /** School days of week 0, 1, …, repeated for longer terms. */
  readonly daysOfWeeks: readonly number[];
  /** What a weekday multiplies absence by, Monday first. */
  readonly weekdays: readonly number[];
  /** Schools of a district. */
  readonly schools: number;
  /** Grades of a school, and classes of a grade. */
  readonly grades: number;
  readonly classesOfGrade: number;
  /** Students of a class: any number between the two, each as likely. */
  readonly smallestClass: number;
  readonly largestClass: number;
  /** Share of days missed in a middling class, 0 to 1: half of the classes lie above. */
  readonly absence: number;
  /** Mean length of an absence in school days; lengths are geometric. */
  readonly spellDays: number;
  /** SD of the log level between schools, between grades of a school, between classes of a grade. */
  readonly schoolSd: number;
  readonly gradeSd: number;
  readonly classSd: number;
  /** Shape of the gamma by which students of a class differ, mean 1; 1.2 is a coefficient of variation of .9. */
  readonly studentShape: number;
  /** SD of the log of a week's shock: to all schools (weather), to one school, to one class (an infection). */
  readonly districtWeekSd: number;
  readonly schoolWeekSd: number;
  readonly classWeekSd: number;
  /** Correlation of a class's shock with that of the week before: infections outlast a week. */
  readonly classWeekCarry: number;
  /** `null`: no flu. */
  readonly flu: FluParameters | null;
  /** Every class of every school rises at once, so none stands out and none should be flagged. `null`: none does. */
  readonly schoolRise: Rise | null;
}

/** One wave of flu in about every 18 weeks, at a random time. */
export interface FluParameters {
  readonly weeks: number;
  /** Schools follow each other by at most this many weeks. */
  readonly spreadWeeks: number;
  /** What a school's absence is multiplied by in those weeks. */
  readonly factor: number;
  /** SD of the log by which the excess differs between classes. */
  readonly classSd: number;
}

/** From one share of days missed to another, at once and for good, in a random week. */
export interface Rise {
  readonly from: number;
  readonly to: number;
  /** First and last week in which it may begin, counted from 0. */
  readonly earliest: number;
  readonly latest: number;
}

/** A term as the reference's: 18 weeks, 11 looks at each class. */
export const BASE_TERM: TermParameters = {
  weeks: 18,
  before: 0,
  // As in the fixture: one day off in the fifth and fourteenth week, two in the tenth.
  daysOfWeeks: [5, 5, 5, 5, 4, 5, 5, 5, 5, 3, 5, 5, 5, 4, 5, 5, 5, 5],
  weekdays: [1.12, 0.95, 0.92, 0.95, 1.06],
  schools: 10,
  grades: 5,
  classesOfGrade: 4,
  smallestClass: 12,
  largestClass: 30,
  absence: 0.06,
  spellDays: 1.7,
  schoolSd: 0.1,
  gradeSd: 0.1,
  classSd: 0.28,
  studentShape: 1.2,
  districtWeekSd: 0.12,
  schoolWeekSd: 0.1,
  classWeekSd: 0.15,
  classWeekCarry: 0.55,
  flu: null,
  schoolRise: null,
};

const FLU: FluParameters = { weeks: 2, spreadWeeks: 2, factor: 1.7, classSd: 0.15 };

export const FLU_TERM: TermParameters = { ...BASE_TERM, flu: FLU };

/** The second term of classes that stay together for a year, with the attendance of the first. */
export const SECOND_TERM: TermParameters = { ...BASE_TERM, weeks: 36, before: 18 };

export const SECOND_FLU_TERM: TermParameters = { ...SECOND_TERM, flu: FLU };

export const RISING_SCHOOL_TERM: TermParameters = {
  ...BASE_TERM,
  schoolRise: { from: 0.06, to: 0.1, earliest: 10, latest: 10 },
};
