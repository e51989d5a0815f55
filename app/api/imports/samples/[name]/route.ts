import { sampleFile } from "@/lib/services/imports/sample-files";

/** Hands out sample files. They hold invented names only and are no secret. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  const sample = sampleFile(name);
  if (sample === null) return new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(sample.bytes), {
    headers: {
      "content-type": sample.type,
      "content-disposition": `attachment; filename="hearth-sample-${name}"`,
    },
  });
}
