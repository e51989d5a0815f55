import type { ReportPaper } from "@/lib/exports/export-request";
import { drawReport } from "@/lib/exports/report/draw-report";
import type { ExportedFile } from "./exported-file";
import type { NamedReport } from "./read-class-report";
import { reportFonts } from "./report-fonts";

/** A report as a PDF, on the paper asked for or else on that of the district's part of the world. */
export async function reportFile(
  { report, title, timeZone }: NamedReport,
  paper: ReportPaper | null,
): Promise<ExportedFile> {
  const usual = timeZone.startsWith("America/") ? "letter" : "a4";
  const bytes = await drawReport(report, paper ?? usual, reportFonts());
  return { title, format: "pdf", bytes };
}
