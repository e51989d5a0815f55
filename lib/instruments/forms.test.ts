import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "@/lib/disclosure/items";
import { dealForm, formsOf, isRotating, questionsEach } from "@/lib/instruments/forms";
import { instrumentSchema, isIndexItem } from "@/lib/instruments/instrument";
import { formReader, measuresOf, releaseItemOf } from "@/lib/instruments/measures";
import { PULSE_6_12, ROTATING_6_12 } from "@/lib/instruments/pulse-6-12";

const forms = formsOf(ROTATING_6_12);
const { items } = ROTATING_6_12;
describe("the rotating pulse", () => {
  it("is the design of the reference: 20 index items, 36 forms of six, every two items together", () => {
    expect(instrumentSchema.parse(JSON.parse(JSON.stringify(ROTATING_6_12)))).toEqual(
      ROTATING_6_12,
    );
    expect(items.filter(isIndexItem)).toHaveLength(20);
    expect(forms.map(({ id }) => id)).toEqual(Array.from({ length: 36 }, (_, form) => form + 1));
    expect(new Set(forms.map(({ positions }) => positions.length))).toEqual(new Set([6]));
    expect(questionsEach(ROTATING_6_12)).toBe(6);
    const together = (a: number, b: number) =>
      forms.filter(({ positions }) => positions.includes(a) && positions.includes(b)).length;
    for (const a of items.keys()) {
      expect(together(a, a)).toBe(items[a]!.pair === undefined ? 36 : 8);
      for (const b of items.keys()) expect(together(a, b)).toBeGreaterThan(0);
    }
  });

  it("asks on no pair two questions on the same side of belonging", () => {
    for (let pair = 1; pair <= 9; pair++) {
      const own = items.filter((item) => item.pair === pair).map(({ construct }) => construct);
      expect(new Set(own).size).toBe(2);
    }
  });

  it("deals every form alike, from a device's own chance", () => {
    const dealt = new Map<number, number>();
    for (let draw = 0; draw < 36_000; draw++) {
      const { id } = dealForm(forms, (length) => crypto.getRandomValues(new Uint8Array(length)));
      dealt.set(id, (dealt.get(id) ?? 0) + 1);
    }
    // 1,000 each expected, SD 31: outside seven of them once in many billion runs.
    expect(dealt.size).toBe(36);
    for (const count of dealt.values()) expect(Math.abs(count - 1000)).toBeLessThan(7 * 31);
  });

  it("draws again where a remainder would favour the first forms", () => {
    const draws = [0xffff_ffff, 37];
    const bytes = () => {
      const view = new DataView(new ArrayBuffer(4));
      view.setUint32(0, draws.shift()!);
      return new Uint8Array(view.buffer);
    };
    expect(dealForm(forms, bytes).id).toBe(2);
    expect(draws).toEqual([]);
  });
});

describe("what a release counts", () => {
  it("is each question of a fixed instrument, as it was", () => {
    expect(isRotating(PULSE_6_12)).toBe(false);
    expect(measuresOf(PULSE_6_12).map(({ id, asked }) => [id, asked])).toEqual(
      PULSE_6_12.items.map(({ id }) => [id, 1]),
    );
    const read = formReader(PULSE_6_12);
    expect([...read(1, [5, null, 1, 2, 3, 4])]).toEqual([
      ["acceptance-1", 5],
      ["peer-contact-1", 1],
      ["stability-care-1", 2],
      ["inclusion-fairness-1", 3],
      ["voice-tasks-1", 4],
    ]);
    // Demo and older ballots name whatever form they like.
    expect(read(7, [5]).get("acceptance-1")).toBe(5);
  });

  it("is the anchors and five constructs of the rotating one, with the part that is asked", () => {
    const measures = measuresOf(ROTATING_6_12);
    expect(measures.map(({ id, asked, items: own }) => [id, asked * 36, own.length])).toEqual([
      ["acceptance-1", 36, 1],
      ["teacher-care-1", 36, 1],
      ["acceptance", 21, 3],
      ["peer-contact", 26, 4],
      ["stability-care", 26, 4],
      ["inclusion-fairness", 26, 4],
      ["teacher-care", 21, 3],
    ]);
    // The reversed item is mirrored in what is counted, so that the construct is not reversed.
    expect(measures.every(({ buckets }) => buckets.favourable.join() === "4,5")).toBe(true);
  });

  it("mirrors, and takes the mean of what was answered", () => {
    const acceptance = measuresOf(ROTATING_6_12).find(({ id }) => id === "acceptance")!;
    const item = releaseItemOf(acceptance);
    expect(item).toMatchObject({ kind: "scale", favourableFrom: 3.5, unfavourableTo: 2.5 });
    const bucket = (answers: Readonly<Record<string, number>>) =>
      classify(item, new Map(Object.entries(answers)));
    expect(bucket({ "acceptance-2": 4, "acceptance-4": 3 })).toBe("favourable");
    expect(bucket({ "acceptance-2": 3, "acceptance-4": 3 })).toBe("neutral");
    expect(bucket({ "acceptance-2": 2, "acceptance-4": 3 })).toBe("unfavourable");
    expect(bucket({ "acceptance-4": 5 })).toBe("unfavourable");
    expect(bucket({ "acceptance-4": 2 })).toBe("favourable");
    expect(bucket({ "acceptance-1": 5 })).toBe("neutral");
    const four = { ...ROTATING_6_12.scale, points: 4, favourable: [3, 4] };
    const marks = releaseItemOf({
      ...acceptance,
      scale: four,
      buckets: { favourable: [3, 4], unfavourable: [1, 2] },
    });
    expect(marks).toMatchObject({ favourableFrom: 2.5, unfavourableTo: 2 });
  });

  it("is nothing off the form, nor on a form that there is not", () => {
    const read = formReader(ROTATING_6_12);
    const all = items.map(() => 5);
    for (const form of [0, 37, 65_535]) expect(read(form, all).size).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 36 }),
        fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 20, maxLength: 32 }),
        (form, answers) => {
          const asked = new Set(forms[form - 1]!.positions);
          const onForm = answers.map((answer, position) => (asked.has(position) ? answer : null));
          expect(read(form, answers)).toEqual(read(form, onForm));
          for (const code of read(form, answers).values()) {
            expect(Number.isInteger(code) && code >= 1 && code <= 5).toBe(true);
          }
        },
      ),
    );
  });
});
