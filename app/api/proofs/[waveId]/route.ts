import { isUuid } from "@/lib/ballots/wire/uuid";
import { readReceiptLines } from "@/lib/services/waves/read-proof";

/** The receipts counted in a sealed wave, one a line: the same for everybody, and it never changes. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ waveId: string }> },
): Promise<Response> {
  const { waveId } = await params;
  const lines = isUuid(waveId) ? await readReceiptLines(waveId) : null;
  if (lines === null) {
    // Not to be kept: a wave that is not sealed yet may have a list later.
    const headers = { "cache-control": "no-store" };
    return Response.json({ code: "missing" }, { status: 404, headers });
  }
  return new Response(`${lines.join("\n")}\n`, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
