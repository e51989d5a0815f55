import { environment } from "@/lib/server/environment";
import { authSecret } from "@/lib/server/secrets";
import { stopWeekly } from "@/lib/services/digest/stop-weekly";

/**
 * Where mail programs send "unsubscribe" (RFC 8058): a POST without cookie or sign-in, from anywhere. The link in the
 * mail is the permission, so the origin is not looked at; all that it can do is to stop one account's weekly mail.
 */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const stopped = await stopWeekly((await params).token, authSecret());
  return new Response(stopped.ok ? "Stopped.\n" : "This link is not one of ours.\n", {
    status: stopped.ok ? 200 : 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Programs that know no POST follow the link, and scanners of mail follow every link: this one only asks. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  const page = `${environment().url}/mail/stop/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location: page } });
}
