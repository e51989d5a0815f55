import type { Translate } from "@/app/(student)/words";
import type { Locale } from "@/lib/i18n/locales";

/** Whom a section speaks to. */
export interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}
