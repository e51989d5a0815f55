import { exportSchool } from "@/lib/services/exports/export-school";
import { answerExport, idIn } from "../../answer";

/** A school over its pulses as CSV or Excel, or its report as PDF: `?format=`, `?from=`, `?to=`, `?paper=`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ schoolId: string }> },
): Promise<Response> {
  const { schoolId } = await params;
  return answerExport(request, (context, asked) => exportSchool(context, idIn(schoolId), asked));
}
