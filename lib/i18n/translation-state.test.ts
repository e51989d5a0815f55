import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { textsHash } from "@/lib/i18n/texts-hash";
import { translationState } from "@/lib/i18n/translation-state";

const review = { locale: "fr", textsHash: "a", reviewer: "M. Diallo", reviewedOn: "2026-11-02" };

describe("the state of a translation", () => {
  it("is not reviewed until somebody has read these very texts", () => {
    expect(translationState("en", "a", [])).toEqual({ state: "source" });
    expect(translationState("fr", "a", [])).toEqual({ state: "not-reviewed" });
    expect(translationState("fr", "a", [review])).toEqual({
      state: "reviewed",
      reviewer: "M. Diallo",
      on: "2026-11-02",
    });
    expect(translationState("fr", "b", [review]).state).toBe("outdated");
    expect(translationState("ht", "a", [review]).state).toBe("not-reviewed");
  });

  it("hangs on all texts of its language", () => {
    const hashes = LOCALES.flatMap((locale) => (locale === "en" ? [] : [textsHash(locale)]));
    expect(new Set(hashes).size).toBe(LOCALES.length - 1);
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/u.test(hash))).toBe(true);
  });
});
