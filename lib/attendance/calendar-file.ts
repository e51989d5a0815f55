import { dayNumber, parseDate } from "@/lib/attendance/calendar-date";
import { normalWord } from "@/lib/attendance/column-mapping";
import { openCsv } from "@/lib/attendance/csv-records";
import { inferCalendar, markNotSubmitted } from "@/lib/attendance/infer-calendar";
import type {
  CalendarDay,
  DayKind,
  SchoolCalendar,
  SchoolDayCount,
} from "@/lib/attendance/school-calendar";

/** One row of a calendar file; `schoolId` `null` means every school. */
export interface ListedDay {
  readonly schoolId: string | null;
  readonly date: string;
  readonly kind: Exclude<DayKind, "not-submitted">;
}

export interface CalendarProblem {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

const KINDS: Readonly<Record<string, ListedDay["kind"]>> = {
  instructional: "instructional",
  "instructional day": "instructional",
  "school day": "instructional",
  "make up day": "instructional",
  "no school": "no-school",
  holiday: "no-school",
  vacation: "no-school",
  break: "no-school",
  weekend: "no-school",
  weather: "no-school",
  "weather day": "no-school",
  "teacher workday": "no-school",
  "teacher only day": "no-school",
  "professional development": "no-school",
  "non instructional": "no-school",
};

/**
 * Reads a calendar file: CSV with columns `date` (YYYY-MM-DD), `kind` and optionally `school_id`.
 * A blank school means every school. Rows that cannot be read are problems with line and column;
 * any problem means the calendar must not be applied, since a missing day shifts every rate.
 */
export async function readCalendarFile(
  source: AsyncIterable<Uint8Array | string>,
): Promise<{ ok: true; days: ListedDay[] } | { ok: false; problems: CalendarProblem[] }> {
  const csv = await openCsv(source);
  if (!csv.ok)
    return { ok: false, problems: csv.problems.map((reason) => problem(1, null, reason)) };
  const headers = csv.headers.map((header) => header.toLowerCase());
  const [dateAt, kindAt] = [headers.indexOf("date"), headers.indexOf("kind")];
  const schoolAt = headers.indexOf("school_id");
  if (dateAt === -1 || kindAt === -1) {
    await csv.close();
    const missing = dateAt === -1 ? "date" : "kind";
    return { ok: false, problems: [problem(1, missing, `The file has no column "${missing}".`)] };
  }
  const days: ListedDay[] = [];
  const problems: CalendarProblem[] = [];
  const seen = new Map<string, number>();
  for await (const row of csv.rows) {
    const { line } = row;
    if (!row.ok) {
      problems.push(problem(line, null, row.reason));
      continue;
    }
    const cell = (at: number) => (row.cells[at] ?? "").trim();
    const date = parseDate(cell(dateAt), "YYYY-MM-DD");
    const word = normalWord(cell(kindAt));
    const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
    const schoolId = cell(schoolAt) === "" ? null : cell(schoolAt);
    const key = JSON.stringify([schoolId, date]);
    const before = seen.get(key);
    if (date === null)
      problems.push(problem(line, "date", `"${cell(dateAt)}" is not a date written YYYY-MM-DD`));
    else if (!kind)
      problems.push(
        problem(
          line,
          "kind",
          `"${cell(kindAt)}" is neither instructional nor a known kind of day off`,
        ),
      );
    else if (before !== undefined)
      problems.push(problem(line, "date", `${date} is already listed in line ${String(before)}`));
    else {
      seen.set(key, line);
      days.push({ schoolId, date, kind });
    }
  }
  if (problems.length === 0 && days.length === 0)
    problems.push(problem(1, null, "The file lists no days."));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, days };
}

function problem(line: number, column: string | null, reason: string): CalendarProblem {
  return { line, column, reason };
}

/**
 * The calendar of each school: its listed days where the file lists instructional days for it (a
 * row naming the school beats one for every school), otherwise the inferred one with the listed
 * days off taken out. Days after the last attendance row of the district are left out.
 */
export function schoolCalendars(
  schoolIds: readonly string[],
  listed: readonly ListedDay[],
  counts: readonly SchoolDayCount[],
): Map<string, SchoolCalendar> {
  const inferred = inferCalendar(counts);
  const through = counts.reduce<string | null>(
    (last, { date, rows }) => (rows > 0 && (last === null || date > last) ? date : last),
    null,
  );
  const calendars = new Map<string, SchoolCalendar>();
  for (const schoolId of new Set(schoolIds)) {
    const days = listedFor(schoolId, listed);
    if (days.some((day) => day.kind === "instructional")) {
      calendars.set(schoolId, markNotSubmitted(schoolId, days, counts, through));
      continue;
    }
    const off = new Set(days.map((day) => day.date));
    const guess = inferred.get(schoolId);
    calendars.set(schoolId, {
      schoolId,
      origin: "inferred",
      days: (guess?.days ?? []).map((d) => (off.has(d.date) ? { ...d, kind: "no-school" } : d)),
      notices: guess?.notices ?? ["No attendance rows and no calendar: nothing can be counted."],
    });
  }
  return calendars;
}

function listedFor(schoolId: string, listed: readonly ListedDay[]): CalendarDay[] {
  const kinds = new Map<string, ListedDay["kind"]>();
  for (const day of listed) if (day.schoolId === null) kinds.set(day.date, day.kind);
  for (const day of listed) if (day.schoolId === schoolId) kinds.set(day.date, day.kind);
  return [...kinds]
    .map(([date, kind]) => ({ date, kind }))
    .sort((a, b) => dayNumber(a.date) - dayNumber(b.date));
}
