import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  ADMISSION_CODE_LENGTH,
  checkCode,
  formatCode,
  generateCode,
  normaliseCode,
} from "@/lib/ballots/wire/admission-code";

const ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ";
const kind = fc.constantFrom("join" as const, "seat" as const);
const code = (of: "join" | "seat") =>
  fc.infiniteStream(fc.nat(255)).map((stream) => {
    return generateCode(of, (length) => Uint8Array.from([...stream.take(length)]));
  });
const kindAndCode = kind.chain((of) => fc.tuple(fc.constant(of), code(of)));

describe("admission codes", () => {
  it("are accepted as generated, in any case, spacing and grouping", () => {
    fc.assert(
      fc.property(kindAndCode, ([of, made]) => {
        expect(made).toHaveLength(ADMISSION_CODE_LENGTH[of]);
        for (const typed of [
          made,
          made.toLowerCase(),
          ` ${formatCode(made)} `,
          made.split(/(?=.)/).join(" "),
        ]) {
          expect(checkCode(of, typed)).toEqual({ ok: true, code: made });
        }
      }),
    );
  });

  it("forgive look-alikes", () => {
    expect(normaliseCode("o0i1L-u\u2013v")).toBe("00111VV");
    fc.assert(
      fc.property(kindAndCode, ([of, made]) => {
        const typed = made.replaceAll("0", "O").replaceAll("1", "l").replaceAll("V", "u");
        expect(checkCode(of, typed)).toEqual({ ok: true, code: made });
      }),
    );
  });

  it("catch every single wrong symbol", () => {
    fc.assert(
      fc.property(kindAndCode, ([of, made]) => {
        for (let at = 0; at < made.length; at += 1) {
          for (const symbol of ALPHABET.replace(made[at]!, "")) {
            const typed = made.slice(0, at) + symbol + made.slice(at + 1);
            expect(checkCode(of, typed)).toEqual({ ok: false, code: "typo" });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it("catch every exchange of two symbols", () => {
    fc.assert(
      fc.property(kindAndCode, fc.nat(), fc.nat(), ([of, made], i, j) => {
        const symbols = made.split(/(?=.)/);
        const [from, to] = [i % made.length, j % made.length];
        [symbols[from], symbols[to]] = [symbols[to]!, symbols[from]!];
        const typed = symbols.join("");
        expect(checkCode(of, typed).ok).toBe(typed === made);
      }),
    );
  });

  it("say what is wrong", () => {
    expect(checkCode("seat", " - ")).toEqual({ ok: false, code: "empty" });
    expect(checkCode("seat", "7KM2")).toEqual({ ok: false, code: "length" });
    expect(checkCode("seat", "7KM2-XQ*B")).toEqual({ ok: false, code: "character" });
    expect(checkCode("seat", "7KM2-XQAB")).toEqual({ ok: false, code: "character" });
  });

  it("use each symbol equally often, without modulo bias", () => {
    const counts = new Map<string, number>();
    const draws = 6000;
    for (let i = 0; i < draws; i += 1) {
      for (const symbol of generateCode("seat", randomBytes).slice(0, -1)) {
        counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
      }
    }
    const expected = (draws * 7) / 30;
    const chiSquare = ALPHABET.split(/(?=.)/).reduce(
      (sum, symbol) => sum + ((counts.get(symbol) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 29 degrees of freedom: 81 is exceeded once in a million runs; byte % 30 gives about 140.
    expect(chiSquare).toBeLessThan(81);
  });

  it("throw away bytes that stand for no symbol", () => {
    const bytes = [30, 31, 62, 255, 0, 0, 0, 0, 0];
    const made = generateCode("join", (length) => Uint8Array.from(bytes.splice(0, length)));
    expect(made).toBe("000000");
  });
});
