/**
 * Whether a changing request comes from a page of this server. Server actions check this by
 * themselves; a route handler that takes a session cookie must do it, or another site could make a
 * signed-in browser send it. A request without Origin (not a browser's) is refused too.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
