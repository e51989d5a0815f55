import { isUuid } from "@/lib/ballots/wire/uuid";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { readRelease } from "@/lib/services/waves/read-release";

/** A sealed wave's release as a file, for whoever owns every class of it; anybody can then check it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ waveId: string }> },
): Promise<Response> {
  const { waveId } = await params;
  const outcome = isUuid(waveId)
    ? await readRelease(serviceContext(await currentActor()), waveId)
    : null;
  if (outcome?.ok !== true) return Response.json({ code: "missing" }, { status: 404 });
  const { hash, body } = outcome.value;
  return new Response(JSON.stringify(body, null, 2), {
    headers: {
      "content-type": "application/json",
      "content-disposition": `attachment; filename="hearth-release-${hash.slice(0, 12)}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
