import { describe, expect, it } from "vitest";
import {
  answerBuckets,
  instrumentSchema,
  isIndexItem,
  languagesOf,
  sayIn,
} from "@/lib/instruments/instrument";
import type { Instrument, Item } from "@/lib/instruments/instrument";
import { instrumentHash } from "@/lib/instruments/instrument-hash";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";

const first = PULSE_6_12.items[0]!;
const withItems = (items: readonly Item[]): Instrument => ({ ...PULSE_6_12, items });
const messages = (candidate: unknown): string[] => {
  const parsed = instrumentSchema.safeParse(candidate);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

describe("the built-in pulse", () => {
  it("survives being stored as JSON", () => {
    expect(instrumentSchema.parse(JSON.parse(JSON.stringify(PULSE_6_12)))).toEqual(PULSE_6_12);
  });

  it("asks six things, the anchors first, each of another construct", () => {
    expect(PULSE_6_12.items.map(({ construct, anchor }) => [construct, anchor])).toEqual([
      ["acceptance", true],
      ["teacher-care", true],
      ["peer-contact", false],
      ["stability-care", false],
      ["inclusion-fairness", false],
      ["voice-tasks", false],
    ]);
  });

  it("counts five of them towards the index: voice stands beside it", () => {
    const beside = PULSE_6_12.items.filter((item) => !isIndexItem(item)).map(({ id }) => id);
    expect(beside).toEqual(["voice-tasks-1"]);
  });

  it("uses short sentences and short words, one thing each", () => {
    for (const { text } of PULSE_6_12.items) {
      const words = text.en.split(/\s+/);
      expect(words.length).toBeLessThanOrEqual(16);
      expect(Math.max(...words.map((word) => word.replace(/\W/g, "").length))).toBeLessThanOrEqual(
        10,
      );
      expect(text.en).not.toMatch(/\bor\b/);
    }
  });
});

describe("instrumentSchema", () => {
  const { scale } = PULSE_6_12;

  it.each([
    ["an item twice", withItems([first, first]), "the item acceptance-1 stands twice"],
    [
      "two reverse items of a construct",
      withItems([
        { ...first, reverse: true },
        { ...first, id: "acceptance-2", reverse: true },
      ]),
      "at most one reverse item a construct",
    ],
    [
      "a missing label",
      { ...PULSE_6_12, scale: { ...scale, labels: { ...scale.labels, es: ["Nunca"] } } },
      "needs 5 labels, one a point",
    ],
    [
      "a favourable point beyond the scale",
      { ...PULSE_6_12, scale: { ...scale, favourable: [6] } },
      "favourable points lie in the upper half of the scale",
    ],
    [
      "grades the wrong way round",
      { ...PULSE_6_12, grades: { from: 9, to: 6 } },
      "the first grade is above the last",
    ],
  ])("refuses %s, saying why", (_, candidate, message) => {
    expect(messages(candidate)).toContain(message);
  });

  it("refuses a language that is said here and not there, an empty text, no items and unknown fields", () => {
    expect(messages(withItems([{ ...first, text: { en: "Only English" } }]))).not.toEqual([]);
    expect(
      messages(withItems([{ ...first, text: { ...first.text, en: "x", es: "  " } }])),
    ).not.toEqual([]);
    expect(messages(withItems([]))).not.toEqual([]);
    expect(messages({ ...PULSE_6_12, free: true })).not.toEqual([]);
  });

  it("takes an instrument in English alone, and says it in English to everybody", () => {
    const english = {
      ...PULSE_6_12,
      title: { en: "Ours" },
      lead: { en: "How often?" },
      scale: { ...scale, labels: { en: scale.labels.en } },
      items: PULSE_6_12.items.map((item) => ({ ...item, text: { en: item.text.en } })),
    };
    expect(messages(english)).toEqual([]);
    expect(languagesOf(english)).toEqual(["en"]);
    expect(sayIn(english.lead, "es")).toEqual({ said: "How often?", spoken: "en" });
  });
});

describe("answerBuckets", () => {
  it("leaves the middle neutral", () => {
    const buckets = answerBuckets(first, PULSE_6_12.scale);
    expect(buckets).toEqual({ favourable: [4, 5], unfavourable: [1, 2] });
  });

  it("turns round for a reverse item", () => {
    const buckets = answerBuckets({ ...first, reverse: true }, PULSE_6_12.scale);
    expect(buckets).toEqual({ favourable: [1, 2], unfavourable: [4, 5] });
  });

  it("never puts an answer in both", () => {
    const odd = { ...PULSE_6_12.scale, favourable: [3] };
    expect(messages({ ...PULSE_6_12, scale: odd })).not.toEqual([]);
  });
});

describe("instrumentHash", () => {
  it("is the same for the same content in another key order, and changes with any word", () => {
    const shuffled = Object.fromEntries(Object.entries(PULSE_6_12).reverse()) as Instrument;
    expect(instrumentHash(shuffled)).toBe(instrumentHash(PULSE_6_12));
    expect(instrumentHash(PULSE_6_12)).toMatch(/^[0-9a-f]{64}$/);
    const reworded = withItems([{ ...first, text: { ...first.text, en: "Other words." } }]);
    expect(instrumentHash(reworded)).not.toBe(instrumentHash(withItems([first])));
  });
});
