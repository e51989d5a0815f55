import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";
import type { MessageKey } from "@/lib/i18n/messages";

/** Every message as [full key, text]. */
function entries(locale: (typeof LOCALES)[number]): [MessageKey, string][] {
  return Object.entries(messagesOf(locale)).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]): [MessageKey, string] => [
      `${namespace}.${key}` as MessageKey,
      text,
    ]),
  );
}

/** Names and kinds of a message's placeholders: "{count, plural, …}" is "count, plural". */
function placeholders(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "}") depth -= 1;
    if (text[at] !== "{") continue;
    depth += 1;
    if (depth !== 1) continue;
    found.push(/^\{\s*(\w+\s*(?:,\s*\w+)?)/.exec(text.slice(at))?.[1] ?? "unreadable");
  }
  return [...new Set(found)].sort();
}

const english = new Map(entries("en"));

describe.each(LOCALES)("messages in %s", (locale) => {
  const own = entries(locale);

  it("have exactly the keys of English", () => {
    expect(english.size).toBeGreaterThan(50);
    expect(own.map(([key]) => key).sort()).toEqual([...english.keys()].sort());
  });

  it.each(own)("%s has the placeholders of English", (key, text) => {
    expect(placeholders(text)).toEqual(placeholders(english.get(key)!));
    expect(text.trim()).toBe(text);
    expect(text).not.toBe("");
  });

  it("are valid ICU: next-intl formats each one and leaves no placeholder", () => {
    const failures: string[] = [];
    const translate = createTranslator({
      locale,
      messages: messagesOf(locale),
      onError: (error) => failures.push(error.message),
    }) as (key: MessageKey, values: Record<string, string | number>) => string;
    for (const [key, text] of own) {
      const names = placeholders(text).map((placeholder) => placeholder.split(",")[0]!.trim());
      const values = Object.fromEntries(names.map((name) => [name, 2]));
      expect(translate(key, values), key).not.toMatch(/[{}]/);
    }
    expect(failures).toEqual([]);
  });

  it("are short sentences", () => {
    // A word of Chinese is about two characters, and nothing stands between them.
    const words = (sentence: string) =>
      locale === "zh"
        ? [...sentence.matchAll(/\p{Script=Han}/gu)].length / 2
        : sentence.split(/\s+/).length;
    for (const [key, text] of own) {
      for (const sentence of text.split(/[.:?!…؟](?:\s|$)|[。？！：；]/u)) {
        expect(words(sentence), key).toBeLessThanOrEqual(24);
      }
    }
  });

  it("have every plural that the language has", () => {
    // The "many" of French, Spanish and Portuguese begins at a million.
    const needed = new Intl.PluralRules(locale)
      .resolvedOptions()
      .pluralCategories.filter((one) => one !== "many" || ["ar", "ru", "uk"].includes(locale));
    for (const [key, text] of own) {
      for (const forms of pluralForms(text))
        expect(forms, key).toEqual(expect.arrayContaining(needed));
    }
  });
});

/** The forms of each plural in a message: "{count, plural, one {# day} other {# days}}" has one and other. */
function pluralForms(text: string): string[][] {
  return [...text.matchAll(/\{\s*\w+\s*,\s*plural\s*,/gu)].map((found) => {
    const forms: string[] = [];
    let depth = 1;
    let word = "";
    for (let at = found.index + found[0].length; depth > 0 && at < text.length; at += 1) {
      const sign = text[at] ?? "";
      if (sign === "{" && depth === 1) forms.push(word.trim());
      if (sign === "{") depth += 1;
      if (sign === "}") depth -= 1;
      word = sign === "{" || sign === "}" ? "" : word + sign;
    }
    return forms;
  });
}

describe("placeholders", () => {
  it("sees which plurals there are", () => {
    expect(
      pluralForms("{count, plural, one {# day} few {{x} y} other {# days}} of {name}"),
    ).toEqual([["one", "few", "other"]]);
  });

  it("sees a difference that matters", () => {
    expect(placeholders("{count, plural, one {# day} other {# days}} of {name}")).toEqual([
      "count, plural",
      "name",
    ]);
    expect(placeholders("{ time }")).not.toEqual(placeholders("{date}"));
  });
});

it.each(LOCALES.filter((locale) => locale !== "en"))(
  "%s is translated: only names and the shortest words stay as they are",
  (locale) => {
    const same = entries(locale).filter(([key, text]) => english.get(key) === text);
    expect(same.map(([, text]) => text).filter((text) => text.length > 12)).toEqual([]);
    expect(same.length).toBeLessThan(4);
  },
);
