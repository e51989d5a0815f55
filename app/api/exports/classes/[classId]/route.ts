import { exportClass } from "@/lib/services/exports/export-class";
import { answerExport, idIn } from "../../answer";

/** A class over its pulses as CSV or Excel, or its report as PDF: `?format=`, `?from=`, `?to=`, `?paper=`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ classId: string }> },
): Promise<Response> {
  const { classId } = await params;
  return answerExport(request, (context, asked) => exportClass(context, idIn(classId), asked));
}
