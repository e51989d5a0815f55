import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import { helpFor } from "./help-for";

const line = (language: string, more = {}) => ({
  ...{ language, name: "Youth Line", phone: null, textNumber: null, chatUrl: null },
  ...more,
});
const help = (
  lines: ReturnType<typeof line>[],
  locale: Locale = "en",
  timeZone = "America/Chicago",
) =>
  helpFor({ lines, locale, timeZone }, createTranslator({ locale, messages: messagesOf(locale) }));
const hrefs = (entries: ReturnType<typeof help>) => entries.flatMap(({ link }) => link?.href ?? []);

describe("the help that a student is shown", () => {
  it("is an adult and the known numbers where the district set nothing", () => {
    expect(help([]).map(({ text }) => text)).toEqual([
      "Talk to an adult you trust: a teacher, a counselor, someone at home.",
      "Nobody reads your answers one by one. If you need help, please tell someone.",
      "If you or someone else is in danger, call 911.",
      "Call or text 988 at any time to talk to someone for free.",
    ]);
    expect(hrefs(help([]))).toEqual(["tel:911", "tel:988"]);
    expect(hrefs(help([], "en", "Europe/Oslo"))).toEqual([]);
  });

  it("has the district's lines in place of the built-in one, and keeps the emergency number", () => {
    const lines = [
      line("all", { phone: "(800) 555-0100", textNumber: "741741" }),
      line("en", { name: "Teen chat", chatUrl: "https://chat.example.org/" }),
    ];
    expect(help(lines).slice(2)).toEqual([
      {
        text: "If you or someone else is in danger, call 911.",
        link: { href: "tel:911", words: "911", away: false },
      },
      {
        text: "Teen chat: chat online",
        link: { href: "https://chat.example.org/", words: "Teen chat: chat online", away: true },
      },
      {
        text: "Youth Line: call (800) 555-0100",
        link: { href: "tel:8005550100", words: "(800) 555-0100", away: false },
      },
      {
        text: "Youth Line: text 741741",
        link: { href: "sms:741741", words: "741741", away: false },
      },
    ]);
  });

  it("has no line of another language: the built-in one stays for those who have none", () => {
    const spanish = line("es", { phone: "555 0101" });
    expect(hrefs(help([spanish], "es"))).toEqual(["tel:911", "tel:5550101"]);
    expect(hrefs(help([spanish], "en"))).toEqual(["tel:911", "tel:988"]);
  });

  it("finds the words of every link in their sentence", () => {
    for (const { text, link } of help([line("all", { phone: "988", textNumber: "988" })], "es")) {
      if (link !== undefined) expect(text).toContain(link.words);
    }
  });
});
