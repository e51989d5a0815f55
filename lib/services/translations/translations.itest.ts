import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import {
  contextAt,
  MONDAY,
  openWaveSchool,
  staff,
  type WaveSchool,
} from "@/lib/services/waves/testdata/wave-school";
import { readTranslations } from "./read-translations";
import { reviewTranslation, withdrawReview } from "./review-translation";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const stateOf = async (locale: string) => {
  const read = await readTranslations(contextAt(MONDAY));
  return read.ok ? read.value.languages.find((one) => one.locale === locale)?.state : undefined;
};

describe("translations", () => {
  it("are shown with their state to all staff, and reviewed by the district's administrators only", async () => {
    const teacher = staff("teacher", { classIds: ["7A"] });
    const read = await readTranslations(contextAt(MONDAY, teacher));
    expect(read).toMatchObject({ ok: true, value: { mayReview: false } });
    expect(read.ok && read.value.languages.map(({ locale }) => locale)).toEqual(LOCALES);
    expect(
      await reviewTranslation(contextAt(MONDAY, teacher), { locale: "so", reviewer: "A" }),
    ).toMatchObject({ code: "forbidden" });
    expect(await withdrawReview(contextAt(MONDAY, teacher), { locale: "so" })).toMatchObject({
      code: "forbidden",
    });
    expect(await stateOf("so")).toEqual({ state: "not-reviewed" });
  });

  it("are reviewed as they are now, by name and day; a review can be taken back", async () => {
    const context = contextAt(MONDAY);
    expect(await reviewTranslation(context, { locale: "so", reviewer: " Hodan Ali " })).toEqual({
      ok: true,
      value: null,
    });
    expect(await stateOf("so")).toMatchObject({ state: "reviewed", reviewer: "Hodan Ali" });
    await school.asOwner("UPDATE translation_reviews SET texts_hash = repeat('0', 64)");
    expect(await stateOf("so")).toMatchObject({ state: "outdated" });
    expect(await withdrawReview(context, { locale: "so" })).toMatchObject({ ok: true });
    expect(await withdrawReview(context, { locale: "so" })).toMatchObject({ code: "missing" });
    expect(await stateOf("so")).toEqual({ state: "not-reviewed" });
    const events = await school.asOwner(
      "SELECT action FROM audit_events WHERE action LIKE 'translation.%' ORDER BY at, action",
    );
    expect(events).toHaveLength(2);
  });

  it.each([
    ["the source", "en", "A"],
    ["a language that there is none of", "xx", "A"],
    ["nobody", "so", "  "],
    ["too long a name", "so", "x".repeat(121)],
  ])("cannot be reviewed: %s", async (_, locale, reviewer) => {
    expect((await reviewTranslation(contextAt(MONDAY), { locale, reviewer })).ok).toBe(false);
  });
});
