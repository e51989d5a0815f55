import type { IncomingMessage, ServerResponse } from "node:http";
import { type Locale, pickLocale } from "@/lib/i18n/locales";

/** Query of a request, as Next hands it to a route of its pages folder. */
export type StudentRequest = IncomingMessage & {
  readonly query: Partial<Record<string, string | string[]>>;
};

/** One value of the query, or undefined where it is missing or given twice. */
export function queryOf(request: StudentRequest, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === "string" ? value : undefined;
}

/** The student's language: `?lang=`, else the browser's wish, else English. */
export function localeOf(request: StudentRequest): Locale {
  return pickLocale(queryOf(request, "lang"), request.headers["accept-language"] ?? null);
}

/** Answers with a page. Nothing on the way keeps a copy: it says when a class is asked, and in which state that is. */
export function sendPage(
  response: ServerResponse,
  html: string,
  {
    policy,
    status = 200,
    kept = true,
  }: {
    readonly policy: string;
    readonly status?: number;
    /** False: the device keeps no copy either, and going back does not show it again. */
    readonly kept?: boolean;
  },
): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Cache-Control", kept ? "private, no-cache" : "no-store");
  response.end(html);
}

/** Only pages are asked for here. */
export function isRead(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  response.writeHead(405, { allow: "GET, HEAD" }).end();
  return false;
}
