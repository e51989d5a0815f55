import { isUuid } from "@/lib/ballots/wire/uuid";
import { failure } from "@/lib/result";
import { exportWave } from "@/lib/services/exports/export-wave";
import { answerExport } from "../../answer";

/** A sealed pulse's classes as CSV or (`?format=xlsx`) Excel, cut to the reader's. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ waveId: string }> },
): Promise<Response> {
  const { waveId } = await params;
  return answerExport(request, async (context, { format }) =>
    isUuid(waveId) ? exportWave(context, waveId, format) : failure("missing"),
  );
}
