import { isUuid } from "@/lib/ballots/wire/uuid";
import { readManifestText } from "@/lib/services/waves/read-manifest";

/** The wave's manifest, byte for byte the same for everybody: it never changes once it is there. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ waveId: string }> },
): Promise<Response> {
  const { waveId } = await params;
  const text = isUuid(waveId) ? await readManifestText(waveId) : null;
  if (text === null) {
    // Not to be kept: a wave that is not planned yet will have a manifest.
    const headers = { "cache-control": "no-store" };
    return Response.json({ code: "missing" }, { status: 404, headers });
  }
  return new Response(text, {
    headers: {
      "content-type": "application/json",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
