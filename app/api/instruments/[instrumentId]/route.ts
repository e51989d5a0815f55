import { instrumentToCsv, instrumentToJson } from "@/lib/instruments/instrument-file";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { readInstrument } from "@/lib/services/instruments/read-instruments";

/** An instrument as a file, JSON or (`?format=csv`) CSV. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ instrumentId: string }> },
): Promise<Response> {
  const { instrumentId } = await params;
  const found = await readInstrument(serviceContext(await currentActor()), instrumentId);
  if (!found.ok) return Response.json({ code: "missing" }, { status: 404 });
  const { key, instrument } = found.value;
  const csv = new URL(request.url).searchParams.get("format") === "csv";
  return new Response(csv ? instrumentToCsv(instrument) : instrumentToJson(instrument), {
    headers: {
      "content-type": csv ? "text/csv; charset=utf-8" : "application/json",
      "content-disposition": `attachment; filename="${key}.${csv ? "csv" : "json"}"`,
      "cache-control": "private, no-store",
    },
  });
}
