import { expect, it } from "vitest";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { HOW_MANY } from "@/lib/instruments/scales";
import { saidHash, spokenWords } from "./spoken-words";

const [item] = PULSE_6_12.items;
if (item === undefined) throw new Error("no item");

it("are the lead, the question and the answers, in one language", () => {
  const words = spokenWords(PULSE_6_12, item, "es");
  expect(words).toEqual({
    lead: PULSE_6_12.lead.es,
    text: item.text.es,
    labels: PULSE_6_12.scale.labels.es,
  });
  expect(saidHash(words!)).toMatch(/^[0-9a-f]{64}$/);
});

it("are other words with other answers, another lead or another language, and the same for a copy", () => {
  const hash = (instrument: typeof PULSE_6_12, language: "en" | "es" = "en") =>
    saidHash(spokenWords(instrument, instrument.items[0]!, language)!);
  const own = hash(PULSE_6_12);
  expect(hash(structuredClone(PULSE_6_12))).toBe(own);
  const hashes = [
    own,
    hash(PULSE_6_12, "es"),
    hash({ ...PULSE_6_12, scale: HOW_MANY }),
    hash({ ...PULSE_6_12, lead: { en: "Other" } }),
    hash({ ...PULSE_6_12, items: [{ ...item, text: { ...item.text, en: "Other" } }] }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

it("are none in a language that the instrument is not said in", () => {
  const { es: _lead, ...lead } = PULSE_6_12.lead;
  const onlyEnglish = {
    ...PULSE_6_12,
    title: { en: PULSE_6_12.title.en },
    lead,
    scale: { ...PULSE_6_12.scale, labels: { en: PULSE_6_12.scale.labels.en } },
    items: [{ ...item, text: { en: item.text.en } }],
  };
  expect(spokenWords(onlyEnglish, onlyEnglish.items[0]!, "es")).toBeNull();
});
