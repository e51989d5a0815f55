import { describe, expect, it } from "vitest";
import { LOCALE_NAMES, pickLocale } from "@/lib/i18n/locales";

describe("pickLocale", () => {
  it.each([
    ["es", "en-US,en;q=0.9", "es"],
    [undefined, "es-MX,es;q=0.9,en;q=0.8", "es"],
    [undefined, "fr, en;q=0.3, es;q=0.7", "es"],
    [undefined, "es;q=0, en", "en"],
    [undefined, "fr-FR,de", "en"],
    ["xx", null, "en"],
    [undefined, ";;q=,,=", "en"],
  ])("chosen %s, browser %s: %s", (chosen, header, expected) => {
    expect(pickLocale(chosen, header)).toBe(expected);
  });

  it("names each language in itself", () => {
    expect(LOCALE_NAMES).toEqual({ en: "English", es: "Español" });
  });
});
