import { cleverMapping } from "@/lib/attendance/column-mapping";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import { choiceOption, flag, numberOption, oneFile, textOption } from "../arguments";
import { readClassWeeks, seriesOfFile } from "../attendance/class-week-file";
import { readDailyFile } from "../attendance/daily-file";
import { dailySchools } from "../attendance/daily-schools";
import { readEnrollments } from "../attendance/enrollment-file";
import {
  csvRows,
  jsonRows,
  LOOK_HEADER,
  type LookTally,
  writeLooks,
} from "../attendance/look-rows";
import { SERIES_COLUMNS, type SeriesColumn } from "../attendance/series";
import { refuseFile, UsageError } from "../bad-input";
import type { Command, CommandArguments, CommandStreams } from "../command";
import { type CsvTable, openTable } from "../read-csv";

const HELP = `Usage: hearth rising-absence FILE.csv [options]

Which classes' absence in the last 4 weeks is above what their school's weeks and
their own past make likely. FILE.csv (or - for standard input) holds either
  class-weeks  school,class,week,pupil_days,absent_days,new_absences
  daily rows   Clever's attendance.csv: Student_id, School_id, Section_id,
               Attendance_date, Attendance_type, Attendance_status, ...

  --series new|absent     new absences (the default where the file counts them)
                          or absent days
  --latest                only the last week of each school, not every week
  --weeks N               school weeks of the term, for the thresholds: 18 unless said
  --enrollments FILE.csv  OneRoster's enrollments.csv, for daily rows that list
                          absences only or name no section
  --json                  the same rows as one JSON array

Prints school,class,week,series,phi,O,mu,theta,z,tier. Tier is none, watch, act or
the reason why there is no figure: short-baseline, gap-in-window, no-comparison.
`;

const REFUSALS = {
  "short-baseline": "fewer than 4 weeks of their own before the window",
  "gap-in-window": "no student-days in a week of the window",
  "no-comparison": "no other class in the school",
} as const;

export const risingAbsenceCommand: Command = {
  help: HELP,
  options: {
    series: { type: "string" },
    latest: { type: "boolean" },
    weeks: { type: "string" },
    enrollments: { type: "string" },
  },
  run: async (args, streams) => {
    const asked = choiceOption(args, "series", ["new", "absent"]);
    const table = await openTable(oneFile(args));
    const wanted = asked === null ? null : SERIES_COLUMNS[asked];
    const { series, schools } = await schoolsOf(table, wanted, args, streams);
    const { out, note } = streams;
    const tally: LookTally = { looks: 0, refused: new Map(), unchecked: 0 };
    const latest = flag(args, "latest");
    const weeks = weeksOption(args);
    const json = flag(args, "json") ? jsonRows(out, series) : null;
    if (!json) out.write(LOOK_HEADER);
    const writer = json ?? csvRows(out, series);
    for (const school of schools) {
      writeLooks(school, { series, latest, weeks }, writer, tally);
      if (out.isFull) await out.flush();
    }
    json?.end();
    await out.flush();
    remarks(tally, note);
  },
};

/** Length of the term in school weeks; at least 8, without which there is no look at all. */
function weeksOption(args: CommandArguments): number {
  const weeks = numberOption(args, "weeks") ?? 18;
  if (!Number.isSafeInteger(weeks) || weeks < 8 || weeks > 60)
    throw new UsageError("--weeks needs the number of school weeks of the term, 8 to 60.");
  return weeks;
}

async function schoolsOf(
  table: CsvTable,
  wanted: SeriesColumn | null,
  args: CommandArguments,
  { note }: CommandStreams,
): Promise<{ series: SeriesColumn; schools: Iterable<SchoolWeeks> }> {
  const enrollments = textOption(args, "enrollments");
  const mapping = cleverMapping(table.headers);
  if (mapping) {
    const series = wanted ?? SERIES_COLUMNS.new;
    const roster =
      enrollments === null ? null : await readEnrollments(await openTable(enrollments));
    const daily = await readDailyFile(table, mapping);
    return { series, schools: dailySchools(table.file, daily, roster, series, note) };
  }
  if (enrollments !== null)
    throw new UsageError("--enrollments goes with daily rows in Clever's format.");
  const series = wanted ?? seriesOfFile(table);
  const weeks = await readClassWeeks(table, series);
  if (weeks.schoolCount === 0) refuseFile(table.file, "has no rows below its header");
  return { series, schools: weeks.takeSchools() };
}

function remarks({ looks, refused, unchecked }: LookTally, note: (text: string) => void): void {
  for (const [code, count] of refused)
    note(`${count} of ${looks} class-weeks have no figure (${code}): ${REFUSALS[code]}.`);
  if (looks === 0) note("No class has student-days in any week: there is nothing to compare.");
  if (unchecked > 0)
    note(
      `Class-weeks do not say how many students stand behind a count: before acting on the ${unchecked} past a threshold, see that it is at least 3.`,
    );
}
