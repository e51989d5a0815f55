import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import type { Theme } from "@/lib/insight/cohort-request";

/** What is compared, as the page calls it. */
export function themeWords(theme: Theme): string {
  return theme === "belonging" ? "Belonging" : CONSTRUCT_WORDS[theme];
}
