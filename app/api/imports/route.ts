import { z } from "zod";
import { failureWords } from "@/lib/server/failure-words";
import { log } from "@/lib/server/log";
import { isSameOrigin } from "@/lib/server/same-origin";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { stageUpload } from "@/lib/services/imports/stage-upload";

const query = z.object({
  kind: z.enum(["roster", "attendance", "calendar", "demographics", "participation"]),
  name: z.string().min(1).max(1000),
});

/**
 * Takes one file as the raw body, streamed to disk, and answers with the id under which it waits to be
 * looked at. A route and not a server action: see docs/decisions/0020-uploads-are-a-route.md.
 */
export async function PUT(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refusal("forbidden");
  const actor = await currentActor();
  if (actor.kind === "anonymous") return refusal("signed-out");
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refusal("invalid-upload");
  if (request.body === null) return refusal("empty");
  try {
    const body = request.body as unknown as AsyncIterable<Uint8Array>;
    const outcome = await stageUpload(serviceContext(actor), { ...asked.data, body });
    if (!outcome.ok) return refusal(outcome.code);
    return Response.json(outcome.value, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    // The file's name may hold somebody's name: it is not logged.
    log.error({ err: error, kind: asked.data.kind }, "upload failed");
    return refusal("upload-failed");
  }
}

function refusal(code: string): Response {
  const { status, message } = failureWords(code);
  return Response.json({ code, message }, { status, headers: { "cache-control": "no-store" } });
}
