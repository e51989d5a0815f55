import { checkHealth } from "@/lib/services/check-health";

export const dynamic = "force-dynamic";

/** 200 when the database answers and the district's tables are there; 503 otherwise. Says nothing else. */
export async function GET(): Promise<Response> {
  const healthy = await checkHealth();
  return Response.json(
    { status: healthy ? "ok" : "unavailable" },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
