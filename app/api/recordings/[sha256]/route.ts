import { byteRange } from "@/lib/recordings/byte-range";
import { readRecording } from "@/lib/services/recordings/find-recordings";

/** A person's recording of a question: the same for everybody, named by its hash, so that it never changes. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ sha256: string }> },
): Promise<Response> {
  const found = await readRecording((await params).sha256);
  if (found === null) {
    // Not to be kept: it may be uploaded yet.
    const headers = { "cache-control": "no-store" };
    return Response.json({ code: "missing" }, { status: 404, headers });
  }
  const { bytes, contentType } = found;
  const range = byteRange(request.headers.get("range"), bytes.byteLength);
  if (range === "outside") {
    const headers = { "content-range": `bytes */${String(bytes.byteLength)}` };
    return new Response(null, { status: 416, headers });
  }
  const headers = {
    // From the first bytes of the file, when it came in; nobody is to guess again.
    "content-type": contentType,
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
    "cache-control": "public, max-age=31536000, immutable",
  };
  if (range === "whole") return new Response(bytes, { headers });
  const { from, to } = range;
  return new Response(bytes.slice(from, to + 1), {
    status: 206,
    headers: {
      ...headers,
      "content-range": `bytes ${String(from)}-${String(to)}/${String(bytes.byteLength)}`,
    },
  });
}
