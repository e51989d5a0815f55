import { EXPORT_FORMATS, type ExportFormat } from "@/lib/exports/export-file";
import { failure, type Result, success } from "@/lib/result";

export const REPORT_PAPERS = ["a4", "letter"] as const;
export type ReportPaper = (typeof REPORT_PAPERS)[number];

/** What an address of an export asks for. Days are YYYY-MM-DD, both included; null where there is no limit. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly from: string | null;
  readonly to: string | null;
  /** Null: the paper of the district's country. */
  readonly paper: ReportPaper | null;
}

type Problem = "format" | "day" | "days-reversed" | "paper";

/** For whoever wrote or changed the address. */
export const EXPORT_PROBLEMS: Readonly<Record<Problem, string>> = {
  format: `Choose a format: ${EXPORT_FORMATS.join(", ")}.`,
  day: "A day is written as 2026-09-01, between 2000-01-01 and 2099-12-31.",
  "days-reversed": "The first day comes after the last.",
  paper: `Choose a paper: ${REPORT_PAPERS.join(" or ")}.`,
};

/** Reads the query of an export's address; CSV where no format is named. */
export function readExportRequest(query: URLSearchParams): Result<ExportRequest, Problem> {
  const format = oneOf(EXPORT_FORMATS, query.get("format") ?? "csv");
  if (format === undefined) return failure("format");
  const wanted = query.get("paper");
  const paper = wanted === null ? null : oneOf(REPORT_PAPERS, wanted);
  if (paper === undefined) return failure("paper");
  const [from, to] = [dayOf(query.get("from")), dayOf(query.get("to"))];
  if (from === undefined || to === undefined) return failure("day");
  if (from !== null && to !== null && from > to) return failure("days-reversed");
  return success({ format, from, to, paper });
}

function oneOf<T extends string>(known: readonly T[], text: string): T | undefined {
  return known.find((name) => name === text);
}

/** Undefined for what is no day of this century; "2026-02-30" is none. */
function dayOf(text: string | null): string | null | undefined {
  if (text === null || text === "") return null;
  if (!/^20\d\d-\d\d-\d\d$/u.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : text;
}
