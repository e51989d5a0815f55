import type { CsvRow } from "@/lib/attendance/csv-records";
import { oneRosterStudent } from "@/lib/roster/demographics/bind-mapping";
import { MOST_CATEGORIES } from "@/lib/roster/demographics/dimension";
import { type DemographicSource, offeredSources } from "@/lib/roster/demographics/sources";

/** Something in a file that could become a demographic. */
export interface SurveyedSource {
  readonly source: DemographicSource;
  readonly label: string;
  readonly name: string;
  /** Its different values, most frequent first; null: too many for a demographic, and none is given. */
  readonly values: readonly string[] | null;
}

export interface FileSurvey {
  readonly rows: number;
  /** Columns that may hold the student's number. */
  readonly columns: readonly string[];
  /** The likeliest of them, or null. */
  readonly student: string | null;
  readonly sources: readonly SurveyedSource[];
}

const LIKELY_HEADER = /^(sourced|student|sis|local|pupil|person)?[ _-]*(id|number|no|nr)$/iu;

/** Reads a file once for the page that asks which columns to take. */
export async function surveyColumns(
  headers: readonly string[],
  rows: AsyncIterable<CsvRow>,
  students: ReadonlySet<string>,
): Promise<FileSurvey> {
  const offered = offeredSources(headers);
  const values = offered.map(() => new Map<string, { spelling: string; count: number }>());
  const matches = headers.map(() => 0);
  let read = 0;
  for await (const row of rows) {
    read += 1;
    if (!row.ok || row.cells.length !== headers.length) continue;
    row.cells.forEach((cell, at) => {
      if (students.has(cell.trim())) matches[at] = (matches[at] ?? 0) + 1;
    });
    offered.forEach((source, at) => {
      const category = source.read(row.cells);
      const found = values[at];
      if (typeof category !== "string" || found === undefined) return;
      if (found.size > MOST_CATEGORIES) return;
      const key = category.toLowerCase();
      const known = found.get(key) ?? { spelling: category, count: 0 };
      found.set(key, { ...known, count: known.count + 1 });
    });
  }
  return {
    rows: read,
    columns: [...new Set(headers.map((header) => header.trim()).filter((name) => name !== ""))],
    student: likelyStudent(headers, matches),
    sources: offered.map(({ source, label, name }, at) => {
      const found = [...(values[at]?.values() ?? [])];
      const listed = found.sort((a, b) => b.count - a.count).map(({ spelling }) => spelling);
      return { source, label, name, values: listed.length > MOST_CATEGORIES ? null : listed };
    }),
  };
}

function likelyStudent(headers: readonly string[], matches: readonly number[]): string | null {
  const named = oneRosterStudent(headers);
  if (named !== null) return named;
  const most = Math.max(0, ...matches);
  if (most > 0) return headers[matches.indexOf(most)]?.trim() ?? null;
  return headers.find((header) => LIKELY_HEADER.test(header.trim()))?.trim() ?? null;
}
