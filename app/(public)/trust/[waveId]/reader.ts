import type { Translate } from "@/lib/i18n/translate";
import type { Locale } from "@/lib/i18n/locales";

/** Whom a section speaks to. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}
