import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeShareCode, readShareCode, SHARE_BYTES, shareCodeGroups } from "./share-code";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const WAVE = "0b7f1f52-63c1-4f0a-9f3e-5a4c9b8d7e61";
const OTHER = "5d0c1e9a-8a4b-4c55-b1f7-2e3d4c5b6a70";
const share = fc.uint8Array({ minLength: SHARE_BYTES, maxLength: SHARE_BYTES });
const typo = { ok: false, code: "typo" };

describe("codes of shares", () => {
  it("have a fixed spelling", () => {
    const counting = Uint8Array.from({ length: SHARE_BYTES }, (_, index) => index);
    // The first 33 bytes by the alphabet and bit order of RFC 4648, respelled with Crockford's symbols.
    expect(encodeShareCode(WAVE, counting)).toMatch(
      /^000G40R40M30E209185GR38E1W8124GK2GAHC5RR34D1P70X3RFJ/,
    );
    expect(shareCodeGroups(encodeShareCode(WAVE, counting))).toHaveLength(14);
    expect(() => encodeShareCode(WAVE, counting.slice(1))).toThrow(RangeError);
  });

  it("are read as they were made, in any case, spacing and grouping", () => {
    fc.assert(
      fc.property(share, (made) => {
        const code = encodeShareCode(WAVE, made);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{56}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          shareCodeGroups(code).join("-"),
          ` ${shareCodeGroups(code).join("\n")} `,
          code.replaceAll("0", "o").replaceAll("1", "l").replaceAll("V", "u"),
        ]) {
          expect(readShareCode(WAVE, typed)).toEqual({ ok: true, share: new Uint8Array(made) });
        }
      }),
    );
  });

  it("catch every single wrong symbol", () => {
    fc.assert(
      fc.property(share, fc.nat(55), (made, at) => {
        const code = encodeShareCode(WAVE, made);
        for (const symbol of ALPHABET.replace(code[at]!, "")) {
          const typed = code.slice(0, at) + symbol + code.slice(at + 1);
          expect(readShareCode(WAVE, typed)).toEqual(typo);
        }
      }),
    );
  });

  it("catch any three neighbours that are wrong, and two that changed places", () => {
    const three = fc.array(fc.nat(31), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(share, fc.nat(53), three, (made, at, values) => {
        const code = encodeShareCode(WAVE, made);
        const symbols = values.map((value) => ALPHABET.charAt(value)).join("");
        const wrong = code.slice(0, at) + symbols + code.slice(at + 3);
        const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
        for (const typed of [wrong, swapped]) {
          expect(readShareCode(WAVE, typed).ok).toBe(typed === code);
        }
      }),
    );
  });

  it("know their own pulse", () => {
    // 16 bits: with 200 codes another pulse's is taken for one's own one time in 300 runs of this test.
    let taken = 0;
    for (let run = 0; run < 200; run += 1) {
      const made = new Uint8Array(SHARE_BYTES).map(() => Math.floor(Math.random() * 256));
      if (readShareCode(OTHER, encodeShareCode(WAVE, made)).ok) taken += 1;
    }
    expect(taken).toBeLessThanOrEqual(1);
  });

  it("say what is wrong", () => {
    const code = encodeShareCode(WAVE, new Uint8Array(SHARE_BYTES));
    expect(readShareCode(WAVE, " - ")).toEqual({ ok: false, code: "empty" });
    expect(readShareCode(WAVE, code.slice(1))).toEqual({ ok: false, code: "length" });
    expect(readShareCode(WAVE, `${code}0`)).toEqual({ ok: false, code: "length" });
    expect(readShareCode(WAVE, code.replace("0", "*"))).toEqual({ ok: false, code: "character" });
    expect(readShareCode(WAVE, "x".repeat(1_000_000))).toEqual({ ok: false, code: "length" });
  });
});
