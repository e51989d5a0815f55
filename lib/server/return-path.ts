/**
 * Where to go after signing in, when an address asks for it: a path of this site, or null. Refuses
 * what a browser would read as another host ("//evil.example", "/\\evil.example", "/./ /evil.example"):
 * a link to our own sign-in page must never end on somebody else's.
 */
export function returnPath(asked: string | undefined): string | null {
  if (asked === undefined || !asked.startsWith("/")) return null;
  const here = "http://hearth.invalid";
  if (!URL.canParse(asked, here)) return null;
  const url = new URL(asked, here);
  if (url.origin !== here || /^\/[/\\]/.test(url.pathname)) return null;
  if (url.pathname === "/sign-in" || url.pathname.startsWith("/api/")) return null;
  return url.pathname + url.search + url.hash;
}
