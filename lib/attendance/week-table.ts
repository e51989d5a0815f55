import type { SchoolWeeks } from "@/lib/attendance/school-weeks";

/** A row that contradicts what the table holds. */
export type WeekConflict =
  { readonly code: "duplicate"; readonly line: number } | { readonly code: "week-label" };

/** Rows of one school, column by column: a row is five numbers and no object. */
interface SchoolRows {
  readonly classes: Map<string, number>;
  /** By class: the line of each week, at the week's number. */
  readonly lines: number[][];
  readonly classAt: number[];
  readonly weekAt: number[];
  readonly studentDays: number[];
  readonly counts: number[];
  readonly contributors: number[];
}

type WeekKind = "number" | "date" | "iso-week";
const WEEK_NUMBER = /^(0|[1-9]\d{0,5})$/;
const WEEK_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_WEEK = /^\d{4}-W\d{2}$/;

/** Week labels that can be put in order: whole numbers that count up (no leading 0), ISO dates or ISO weeks. */
export function weekKind(label: string): WeekKind | null {
  if (WEEK_NUMBER.test(label)) return "number";
  if (WEEK_DATE.test(label)) return "date";
  return ISO_WEEK.test(label) ? "iso-week" : null;
}

/**
 * Class-weeks of many schools in memory, about 40 bytes each, given back school by school as the rising-absence rule
 * takes them. The counterpart of `arrangeBySchool` for files of millions of rows, with line numbers for messages.
 */
export class WeekTable {
  private readonly schools = new Map<string, SchoolRows>();
  private readonly weeks = new Map<string, number>();
  private kind: WeekKind | null = null;

  /**
   * Adds one row. Counts are whole and `count` is at most `studentDays`; the caller has checked. `contributors` is −1
   * when unknown. `null`, or why the row is not taken: a class-week given before (on which line), or a week label
   * that is none or of another kind than the first.
   */
  add(
    key: { readonly schoolId: string; readonly classId: string; readonly week: string },
    row: { readonly studentDays: number; readonly count: number; readonly contributors: number },
    line: number,
  ): WeekConflict | null {
    if (!this.weeks.has(key.week)) {
      const kind = weekKind(key.week);
      this.kind ??= kind;
      if (kind === null || kind !== this.kind) return { code: "week-label" };
    }
    const week = indexOf(this.weeks, key.week);
    let school = this.schools.get(key.schoolId);
    if (!school) this.schools.set(own(key.schoolId), (school = emptyRows()));
    const classAt = indexOf(school.classes, key.classId);
    const lines = (school.lines[classAt] ??= []);
    const before = lines[week];
    if (before !== undefined) return { code: "duplicate", line: before };
    lines[week] = line;
    school.classAt.push(classAt);
    school.weekAt.push(week);
    school.studentDays.push(row.studentDays);
    school.counts.push(row.count);
    school.contributors.push(row.contributors);
    return null;
  }

  get schoolCount(): number {
    return this.schools.size;
  }

  /** Schools in the order of their names, each forgotten once it is given. */
  *takeSchools(): Generator<SchoolWeeks> {
    const labels = [...this.weeks.keys()];
    const inOrder = labels
      .map((_, at) => at)
      .sort((a, b) => this.compareWeeks(labels[a] ?? "", labels[b] ?? ""));
    for (const schoolId of [...this.schools.keys()].sort()) {
      const rows = this.schools.get(schoolId);
      this.schools.delete(schoolId);
      if (rows) yield dense(schoolId, rows, labels, inOrder);
    }
  }

  private compareWeeks(a: string, b: string): number {
    return this.kind === "number" ? Number(a) - Number(b) : a < b ? -1 : 1;
  }
}

function dense(
  schoolId: string,
  rows: SchoolRows,
  labels: readonly string[],
  weeksInOrder: readonly number[],
): SchoolWeeks {
  const names = [...rows.classes.keys()];
  const classOrder = names
    .map((_, at) => at)
    .sort((a, b) => ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1));
  const classPlace = placesOf(classOrder);
  // Weeks without student-days anywhere are holidays, and no weeks.
  const met = new Set(rows.weekAt.filter((_, row) => (rows.studentDays[row] ?? 0) > 0));
  const weekOrder = weeksInOrder.filter((week) => met.has(week));
  const weekPlace = new Map(weekOrder.map((week, place) => [week, place]));
  const size = names.length * weekOrder.length;
  const school = {
    schoolId,
    classIds: classOrder.map((at) => names[at] ?? ""),
    weekStarts: weekOrder.map((at) => labels[at] ?? ""),
    studentDays: new Float64Array(size),
    counts: new Float64Array(size),
    contributors: new Float64Array(size).fill(-1),
  };
  for (const [row, classAt] of rows.classAt.entries()) {
    const place = weekPlace.get(rows.weekAt[row] ?? -1);
    if (place === undefined) continue;
    const at = (classPlace[classAt] ?? 0) * weekOrder.length + place;
    school.studentDays[at] = rows.studentDays[row] ?? 0;
    school.counts[at] = rows.counts[row] ?? 0;
    school.contributors[at] = rows.contributors[row] ?? -1;
  }
  return school;
}

function placesOf(order: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, at] of order.entries()) places[at] = place;
  return places;
}

function emptyRows(): SchoolRows {
  return {
    classes: new Map(),
    lines: [],
    classAt: [],
    weekAt: [],
    studentDays: [],
    counts: [],
    contributors: [],
  };
}

function indexOf(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(own(name), names.size);
  return names.size - 1;
}

/** A cell is a window on the piece of the file it came from, and would keep all of it in memory. */
function own(text: string): string {
  return Buffer.from(text).toString();
}
