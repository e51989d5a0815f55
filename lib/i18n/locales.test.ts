import { describe, expect, it } from "vitest";
import { LOCALE_NAMES, LOCALES, pickLocale, textDirection } from "@/lib/i18n/locales";
import { schoolTime } from "@/lib/i18n/school-time";

describe("pickLocale", () => {
  it.each([
    ["es", "en-US,en;q=0.9", "es"],
    [undefined, "es-MX,es;q=0.9,en;q=0.8", "es"],
    [undefined, "de, en;q=0.3, es;q=0.7", "es"],
    [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    [undefined, "ht;q=0.9, fr;q=0.8", "ht"],
    [undefined, "es;q=0, en", "en"],
    [undefined, "sv-SE,de", "en"],
    ["xx", null, "en"],
    [undefined, ";;q=,,=", "en"],
  ])("chosen %s, browser %s: %s", (chosen, header, expected) => {
    expect(pickLocale(chosen, header)).toBe(expected);
  });

  it("names each language in itself", () => {
    expect(Object.keys(LOCALE_NAMES)).toEqual(LOCALES);
    expect(new Set(Object.values(LOCALE_NAMES)).size).toBe(LOCALES.length);
    expect(LOCALE_NAMES).toMatchObject({ es: "Español", ar: "العربية", vi: "Tiếng Việt" });
  });

  it("writes Arabic, and only Arabic, from the right", () => {
    expect(LOCALES.filter((locale) => textDirection(locale) === "rtl")).toEqual(["ar"]);
  });

  it.each(LOCALES)("writes dates of %s in its own words and with Western digits", (locale) => {
    const { date, time } = schoolTime(new Date("2026-02-03T20:30:00Z"), "America/New_York", locale);
    expect(`${date} ${time}`).toMatch(/3.*(3|15):30/u);
    if (locale !== "en") expect(date).not.toContain("February");
  });
});
