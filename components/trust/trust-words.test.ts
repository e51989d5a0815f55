import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { RUNGS } from "@/lib/disclosure/rungs";
import { LOCALES } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { countedWords, keptWords, receiptWords } from "./receipt-words";
import {
  auditWords,
  ballotsWords,
  dayWords,
  limitWords,
  policyWords,
  promiseWords,
  type Say,
} from "./trust-words";

const sayIn = (locale: (typeof LOCALES)[number]): Say =>
  createTranslator({ locale, messages: messagesOf(locale) });
const en = sayIn("en");

describe("words of the trust page", () => {
  it("say days with their year", () => {
    expect(dayWords("2026-05-08", "en")).toBe("Friday, May 8, 2026");
    expect(dayWords("2026-05-08", "es")).toBe("viernes, 8 de mayo de 2026");
  });

  it("say ballots in a block, and the lowest block without a number of its own", () => {
    expect(ballotsWords(en, { lo: 35, hi: 39 })).toContain("Between 35 and 39 ballots");
    expect(ballotsWords(en, { lo: 0, hi: 4 })).toContain("Fewer than 5 ballots");
  });

  it("say the wave's own policy", () => {
    const words = policyWords(en, { ...FLOOR_POLICY, k: 15, remainder: 15 }).join(" ");
    expect(words).toContain("fewer than 15 students answered");
    expect(words).toContain("1 to 14 students");
    expect(words).toContain("at least 3 counts possible, mostly 4 or more");
  });

  it("say at which rung a release passed, except at the top", () => {
    const said = RUNGS.map((rung) => auditWords(en, { rung, coalitions: 200 }));
    expect(said.map((sentences) => sentences.length)).toEqual([3, 4, 4, 4, 4, 4]);
    expect(new Set(said.map((sentences) => sentences.join(" "))).size).toBe(RUNGS.length);
    expect(said[3]?.join(" ")).toContain("no single class is shown");
    expect(auditWords(en, null).join(" ")).toContain("nobody has tested them all together");
  });

  it.each(LOCALES)(
    "promise and limit in seven to twelve items, by what the pulse is (%s)",
    (locale) => {
      const t = sayIn(locale);
      const dealt = { byName: false, admission: "slips" } as const;
      const none = {
        ...dealt,
        opened: true,
        holders: null,
        wordsFrom: null,
        nominationsFrom: null,
      };
      const plain = promiseWords(t, none);
      expect(promiseWords(t, { ...none, opened: false })).toHaveLength(plain.length - 1);
      const shared = promiseWords(t, { ...none, holders: { of: 3, needed: 2 } });
      expect(shared).toHaveLength(plain.length + 1);
      expect(shared.join(" ")).toMatch(/3.*2/u);
      const written = promiseWords(t, { ...none, wordsFrom: 30 });
      expect(written).toHaveLength(plain.length + 1);
      expect(written.join(" ")).toContain("30");
      const named = promiseWords(t, { ...none, nominationsFrom: 15 });
      expect(named).toHaveLength(plain.length + 2);
      expect(named.join(" ")).toContain("15");
      const slips = { ...dealt, words: false, nominations: false };
      expect(limitWords(t, { ...slips, nominations: true })).toHaveLength(
        limitWords(t, slips).length + 2,
      );
      expect(limitWords(t, { ...slips, words: true })).toHaveLength(
        limitWords(t, slips).length + 1,
      );
      const all = [...shared, ...limitWords(t, slips)];
      expect(all.length).toBeLessThanOrEqual(12);
      // Three kinds of slips, three truths about who can see that somebody took part.
      const ways = [
        dealt,
        { byName: true, admission: "slips" },
        { byName: true, admission: "roster" },
      ] as const;
      for (const said of [
        ways.map((way) => limitWords(t, { ...slips, ...way }).join(" ")),
        ways.map((way) => promiseWords(t, { ...none, ...way }).join(" ")),
      ]) {
        expect(new Set(said).size).toBe(3);
      }
      expect(all.join(" ")).not.toMatch(/[{}]/u);
    },
  );

  it.each(LOCALES)("leave receipts to the browser to count (%s)", (locale) => {
    const words = receiptWords(sayIn(locale));
    for (const [name, text] of Object.entries(words)) {
      expect(text.replace(/\{(kept|counted|missing)\}/gu, ""), name).not.toMatch(/[{}]/u);
    }
    for (const kept of [0, 1, 2, 7]) {
      expect(keptWords(words, kept)).not.toMatch(/[{}]/u);
      for (let counted = 0; counted <= kept; counted += 1) {
        expect(countedWords(words, counted, kept)).not.toMatch(/[{}]/u);
      }
    }
  });

  it("tell a device of its ballots", () => {
    const words = receiptWords(en);
    expect(countedWords(words, 2, 2)).toBe("2 of 2 ballots cast on this device were counted.");
    expect(countedWords(words, 5, 7)).toBe(
      "Missing from the list: 2 of 7 ballots cast on this device.",
    );
    expect(countedWords(words, 1, 1)).toBe("The ballot cast on this device was counted.");
    expect(countedWords(words, 0, 1)).toContain("missing");
    expect(keptWords(words, 0)).toContain("no receipt");
  });
});
