import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { listPlaces } from "@/lib/services/palette/list-places";

/** What the command palette of whoever asks can go to; loaded when it is opened first, not with every page. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  const places = await listPlaces(serviceContext(await currentActor()));
  if (!places.ok) return Response.json({ code: places.code }, { status: 404, headers });
  return Response.json(places.value, { headers });
}
