import { csvText } from "./csv-text";
import { type DemoClass, demoDistrict } from "./district";
import { beta, type Random, seededRandom } from "@/lib/simulation/random";
import { type SchoolDay, schoolWeeks } from "./school-weeks";
import { demoTruths, risingClassIds } from "./truths";

/** Share of days a student misses: Beta(1.5, 23.5), mean 6%, long tail of often absent students. */
const ABSENCE_BETA = [1.5, 23.5] as const;
const MEAN_RATE = 0.06;
const HIGHEST_RATE = 0.5;
/** Probability to be absent again on the day after an absence: illnesses last days. */
const STAY_HOME = 0.4;
const TARDY_SHARE = 0.02;
const EXCUSED_SHARE = 0.7;
/** Mondays and Fridays are missed a little more, the other days a little less. */
const WEEKDAY_FACTORS: readonly number[] = [1.15, 0.93, 0.9, 0.92, 1.1];
/** Rising classes: from 6% to 15% of days, with one week of transition. */
const RISING_FACTOR = 2.5;
const TRANSITION_FACTOR = 1.75;
/** A rising grade: from 6% to about 9.5%. */
const RISING_GRADE_FACTOR = 1.6;
const FLU_FACTOR = 3;

/** What multiplies a student's usual absence in this class on this day. */
function absenceFactor({ id, schoolId, grade }: DemoClass, { week, weekday }: SchoolDay): number {
  const { flu, risingFromWeek, risingGrade } = demoTruths;
  let factor = WEEKDAY_FACTORS[weekday] ?? 1;
  if (schoolId === flu.schoolId && week === flu.week) factor *= FLU_FACTOR;
  if (risingClassIds.includes(id) && week >= risingFromWeek) {
    factor *= week === risingFromWeek ? TRANSITION_FACTOR : RISING_FACTOR;
  }
  const inRisingGrade = schoolId === risingGrade.schoolId && grade === risingGrade.grade;
  if (inRisingGrade && week > risingFromWeek) factor *= RISING_GRADE_FACTOR;
  return factor;
}

/**
 * Probability of an absence on a day, given the day before: a two-state Markov chain whose
 * long-run share of absent days is `rate`, whatever the persistence.
 */
function absenceProbability(rate: number, absentBefore: boolean): number {
  if (absentBefore) return Math.max(STAY_HOME, rate);
  return (rate * (1 - Math.max(STAY_HOME, rate))) / (1 - rate);
}

type DailyStatus = "absent" | "tardy" | "present";

/** Each student's usual rate. A rising class is set to start at 6%, so that the truth holds as told. */
function usualRates(random: Random, { id, studentIds }: DemoClass): number[] {
  const rates = studentIds.map(() => beta(random, ...ABSENCE_BETA));
  if (!risingClassIds.includes(id)) return rates;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return rates.map((rate) => (rate * MEAN_RATE) / mean);
}

function studentStatuses(
  random: Random,
  usual: number,
  demoClass: DemoClass,
  days: readonly SchoolDay[],
): DailyStatus[] {
  let absent = false;
  return days.map((day) => {
    const rate = Math.min(usual * absenceFactor(demoClass, day), HIGHEST_RATE);
    absent = random() < absenceProbability(rate, absent);
    if (absent) return "absent";
    return random() < TARDY_SHARE ? "tardy" : "present";
  });
}

/**
 * 18 weeks of daily attendance in Clever's format. Exceptions only, but for the first student of
 * each class, who has a row on every day: it shows that the day was submitted.
 */
export function demoAttendanceCsv(seed: number, today: string): string {
  const random = seededRandom(seed, "attendance");
  const days = schoolWeeks(today).days.filter(({ closure }) => closure === null);
  const rows: string[][] = [];
  for (const demoClass of demoDistrict(seed).classes) {
    const rates = usualRates(random, demoClass);
    demoClass.studentIds.forEach((student, index) => {
      studentStatuses(random, rates[index] ?? MEAN_RATE, demoClass, days).forEach((status, at) => {
        if (status === "present" && index > 0) return;
        const excuse = status === "absent" ? (random() < EXCUSED_SHARE ? "E" : "U") : "";
        const date = days[at]?.date ?? "";
        const id = `att-${student}-${date}`;
        rows.push([student, demoClass.schoolId, "", date, "daily", status, excuse, id]);
      });
    });
  }
  rows.sort((a, b) => (a[3] ?? "").localeCompare(b[3] ?? ""));
  return csvText(
    "Student_id School_id Section_id Attendance_date Attendance_type Attendance_status Excuse_code Attendance_id".split(
      " ",
    ),
    rows,
  );
}
