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
    for (const [key, text] of own) {
      for (const sentence of text.split(/[.:?!…](?:\s|$)/)) {
        expect(sentence.split(/\s+/).length, key).toBeLessThanOrEqual(24);
      }
    }
  });
});

describe("placeholders", () => {
  it("sees a difference that matters", () => {
    expect(placeholders("{count, plural, one {# day} other {# days}} of {name}")).toEqual([
      "count, plural",
      "name",
    ]);
    expect(placeholders("{ time }")).not.toEqual(placeholders("{date}"));
  });
});

it("Spanish is translated: only names stay as they are", () => {
  const same = entries("es").filter(([key, text]) => english.get(key) === text);
  expect(same.map(([key]) => key)).toEqual(["common.appName"]);
});
