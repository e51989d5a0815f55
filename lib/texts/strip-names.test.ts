import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameStripper } from "./strip-names";

const strip = nameStripper(["José García-Núñez", "Anna Lee", "Ng", "Will", "王小明", "O'Brien"]);

describe("nameStripper", () => {
  it.each([
    ["Anna is mean", "[name] is mean"],
    ["anna, ANNA and Anna's brother", "[name], [name] and [name]'s brother"],
    ["annas book", "[name] book"],
    ["jose garcia nunez and José", "[name] and [name]"],
    ["Anna Lee sits alone", "[name] sits alone"],
    ["I will sit with Savannah", "I [name] sit with Savannah"],
    ["ask Ng", "ask [name]"],
    ["王小明很好", "[name]很好"],
    ["O’Brien shouts", "O’[name] shouts"],
    ["write to me: a.lee@example.org!", "write to me: [contact]"],
    ["@annalee on insta, 555 123-4567", "[contact] on insta, [contact]"],
    ["see https://example.org/anna", "see [contact]"],
    ["we are 24 in class, 100%", "we are 24 in class, 100%"],
  ])("%s", (text, expected) => {
    expect(strip(text)).toBe(expected);
  });

  it("leaves no name of the roster behind, wherever it stands", () => {
    const name = fc.stringMatching(/^[a-z]{3,8}$/u);
    const pieces = fc.array(fc.constantFrom(" ", ", ", "! ", "-", "'s ", "(", ") ", "1"));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), pieces, (names, between) => {
        const text = names.map((one, at) => one + (between[at] ?? " ")).join("");
        const left = nameStripper(names)(text).replaceAll("[name]", " ");
        const words = left.match(/[a-z]+/gu) ?? [];
        // Parts that run together without anything between them are one word, and no name.
        const together = names.some((one) => text.includes(`${one}${one}`));
        if (!together) expect(words.filter((word) => names.includes(word))).toEqual([]);
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(strip(strip(text))).toBe(strip(text));
      }),
    );
  });
});
