import { headers } from "next/headers";
import { type Locale, pickLocale } from "@/lib/i18n/locales";

/** The reader's language: `?lang=`, else the browser's wish, else English. */
export async function requestLocale(
  chosen: string | readonly string[] | undefined,
): Promise<Locale> {
  const lang = typeof chosen === "string" ? chosen : undefined;
  return pickLocale(lang, (await headers()).get("accept-language"));
}
