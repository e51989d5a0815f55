import { createHash } from "node:crypto";
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { type Locale, pageLanguage, textDirection } from "@/lib/i18n/locales";
import { BOOT_SCRIPT } from "./boot-script";

/** What the build has made for students' browsers (`scripts/server/student-build.ts`). */
export interface StudentFiles {
  /** The whole style of the pages. */
  readonly style: string;
  /** Address of the page's script, named by its content. */
  readonly script: string;
  /** Addresses of all scripts that it may load, itself included. */
  readonly scripts: readonly string[];
}

export interface StudentPage {
  readonly locale: Locale;
  readonly title: string;
  /** The page around its content. */
  readonly frame: (content: ReactNode) => ReactElement;
  /** Content that needs no script; drawn before the part that does. */
  readonly content?: ReactNode;
  /** The part that runs in the browser, and its properties as JSON. */
  readonly app: { readonly element: ReactElement; readonly props: object } | null;
}

/** Stands in the frame for what is drawn apart: the frame is plain markup, the part that wakes up is not. */
const PLACE = "\u2063student\u2063";

/**
 * A student's page as one HTML document: text, style and the first question arrive together, in the language and the
 * direction of its `<html>` element, and nothing of a framework comes with it.
 */
export function htmlDocument(page: StudentPage, files: StudentFiles): string {
  const { locale, app } = page;
  const [before = "", after = ""] = renderToStaticMarkup(page.frame(PLACE)).split(PLACE);
  const content = [
    renderToStaticMarkup(page.content),
    ...(app === null
      ? []
      : [`<div id="student" class="flex flex-1 flex-col">${renderToString(app.element)}</div>`]),
  ].join("");
  return [
    "<!doctype html>",
    `<html lang="${pageLanguage(locale)}" dir="${textDirection(locale)}">`,
    `<head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="robots" content="noindex, nofollow">`,
    `<meta name="description" content="Hearth">`,
    `<meta name="format-detection" content="telephone=no">`,
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf6ef">`,
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1a1714">`,
    `<link rel="icon" href="/icon.svg" type="image/svg+xml">`,
    `<style>${files.style}</style>`,
    ...(app === null
      ? []
      : [
          `<script>${BOOT_SCRIPT}</script>`,
          `<meta name="hearth-files" content="${files.scripts.join(" ")}">`,
          `<script type="module" src="${files.script}"></script>`,
        ]),
    "</head>",
    `<body>${before}${content}${after}`,
    ...(app === null
      ? []
      : [`<script type="application/json" id="student-props">${jsonForHtml(app.props)}</script>`]),
    "</body></html>",
  ].join("");
}

/**
 * What a student's page may load and run: this server's files, and the few lines in its head by their hash. Stricter than
 * the staff's pages, whose framework needs inline scripts. Styles are inline: the whole style is in the page.
 */
export const STUDENT_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${createHash("sha256").update(BOOT_SCRIPT).digest("base64")}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** JSON inside a script element: no character of it may end the element or begin a comment. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
