import type { APIRequestContext } from "@playwright/test";

import { type Role, ROLES } from "@/e2e/support/sessions";

import type { Battlefield } from "./battlefield";
import { textOfFile } from "./file-text";

export type Visitor = Role | "stranger";
export const VISITORS: readonly Visitor[] = [...ROLES, "stranger"];

/** At most so many pages and files a visitor: the demonstration has some seven hundred. */
const MOST_PAGES = 1200;
/** Where links do not lead: files and interfaces that somebody who reads the source would ask for. */
const KNOWN = [
  "/",
  "/s",
  "/overview",
  "/overview/classes",
  "/overview/trends",
  "/district",
  "/classes",
  "/flags",
  "/flags?view=table",
  "/plans",
  "/strategies",
  "/cohorts",
  "/cohorts/new",
  "/waves",
  "/waves/new",
  "/people",
  "/rosters",
  "/attendance",
  "/settings",
  "/audit",
  "/rosters/demographics",
  "/account",
  "/api/health",
  "/api/places",
];
/** Signing out would end the crawl. */
const LEFT_OUT = /^\/(api\/auth|sign-in|_next)\b/u;
/** The catalogue holds nothing of a class, and is linked from each: it is read once. */
const SAME_FOR_ALL = /^\/strategies\b.*[?&]class=/u;

/** A fresh client with the visitor's cookies, without a browser around it. */
export async function clientOf(
  field: Battlefield,
  visitor: Visitor,
): Promise<{ request: APIRequestContext; close: () => Promise<void> }> {
  const storageState = visitor === "stranger" ? undefined : await field.sessions.state(visitor);
  const context = await field.browser.newContext(
    storageState === undefined ? {} : { storageState },
  );
  return { request: context.request, close: () => context.close() };
}

/** Every page and file that a visitor can reach by links, or by addresses that are known: address to body. */
export async function crawl(
  field: Battlefield,
  visitor: Visitor,
  more: readonly string[],
): Promise<Map<string, string>> {
  const { request, close } = await clientOf(field, visitor);
  const bodies = new Map<string, string>();
  const queue = [...new Set([...KNOWN, ...more])];
  const seen = new Set(queue);
  try {
    for (const path of queue) {
      if (bodies.size >= MOST_PAGES) break;
      const response = await request.get(`${field.instance.url}${path}`, { maxRedirects: 3 });
      if (response.status() !== 200) continue;
      const type = response.headers()["content-type"] ?? "";
      const body = textOfFile(path, type, await response.body());
      bodies.set(path, body);
      for (const [, link = ""] of body.matchAll(/href="(\/[^"#]*)"/gu)) {
        const next = link.replaceAll("&amp;", "&");
        if (seen.has(next) || LEFT_OUT.test(next) || next.includes("/_next/")) continue;
        if (SAME_FOR_ALL.test(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  } finally {
    await close();
  }
  return bodies;
}
