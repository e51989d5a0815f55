import { describe, expect, it } from "vitest";
import { CORE_ITEMS } from "@/lib/instruments/bank/core-items";
import { NETWORK_ITEMS, SEPARATE_ITEMS } from "@/lib/instruments/bank/separate-items";
import { CATALOGUE, catalogueEntry, translatorNotes } from "@/lib/instruments/catalogue";
import { instrumentSchema, isIndexItem } from "@/lib/instruments/instrument";

const count = (of: readonly { item: { construct: string } }[]) =>
  of.reduce<Record<string, number>>((sums, { item: { construct } }) => {
    return { ...sums, [construct]: (sums[construct] ?? 0) + 1 };
  }, {});

describe("the item bank", () => {
  it("has the reference's constructs: 26 core items, 20 of them in the index, and ten apart", () => {
    expect(count(CORE_ITEMS)).toEqual({
      acceptance: 4,
      "peer-contact": 4,
      "stability-care": 4,
      "teacher-care": 4,
      "inclusion-fairness": 4,
      "voice-tasks": 3,
      repair: 3,
    });
    expect(CORE_ITEMS.filter(({ item }) => isIndexItem(item))).toHaveLength(20);
    expect(count([...SEPARATE_ITEMS, ...NETWORK_ITEMS])).toEqual({
      barriers: 4,
      engagement: 2,
      "need-to-belong": 2,
      network: 2,
    });
    const anchors = CORE_ITEMS.filter(({ item }) => item.anchor).map(({ item }) => item.construct);
    expect(anchors).toEqual(["acceptance", "teacher-care"]);
  });

  it("reverses nothing below grade 6", () => {
    for (const { instrument } of CATALOGUE) {
      if (instrument.grades.to > 5) continue;
      expect(instrument.items.some(({ reverse }) => reverse)).toBe(false);
    }
  });

  it("uses an id for one wording only", () => {
    const wordings = new Map<string, string>();
    for (const { instrument } of CATALOGUE) {
      for (const { id, text } of instrument.items) {
        expect(wordings.get(id) ?? text.en).toBe(text.en);
        wordings.set(id, text.en);
      }
    }
    expect(wordings.size).toBe(26 + 10 + 12 + 4 + 12);
    expect(new Set(wordings.values()).size).toBe(wordings.size);
  });

  it("asks one thing in a short sentence, in words a child reads", () => {
    for (const { instrument } of CATALOGUE) {
      for (const { id, text } of instrument.items) {
        const words = text.en.split(/\s+/u);
        expect(words.length, id).toBeLessThanOrEqual(instrument.grades.to <= 5 ? 11 : 18);
        expect((text.es ?? "").split(/\s+/u).length, id).toBeLessThanOrEqual(20);
        const longest = Math.max(...words.map((word) => word.replace(/\W/gu, "").length));
        expect(longest, id).toBeLessThanOrEqual(10);
        expect((text.es ?? "").trim(), id).not.toBe("");
      }
    }
  });

  it("tells translators what every item must keep", () => {
    for (const { instrument } of CATALOGUE) {
      for (const { id } of instrument.items) expect(translatorNotes(id), id).toHaveLength(2);
    }
    expect(translatorNotes("nobody-knows")).toEqual([]);
  });
});

describe("the catalogue", () => {
  it.each(CATALOGUE.map(({ instrument }) => [instrument.id, instrument] as const))(
    "%s is an instrument that can be stored",
    (id, instrument) => {
      expect(instrumentSchema.parse(JSON.parse(JSON.stringify(instrument)))).toEqual(instrument);
      expect(catalogueEntry(id)?.instrument).toBe(instrument);
    },
  );

  it("covers kindergarten to grade 12, and the adults", () => {
    const grades = CATALOGUE.filter(({ asks }) => asks === "students").map(
      ({ instrument }) => instrument.grades,
    );
    for (let grade = 0; grade <= 12; grade += 1) {
      expect(grades.some(({ from, to }) => from <= grade && grade <= to)).toBe(true);
    }
    expect(CATALOGUE.some(({ asks }) => asks === "staff")).toBe(true);
    expect(catalogueEntry("no-such-thing")).toBeNull();
  });
});
