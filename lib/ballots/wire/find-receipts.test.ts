import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReceipts, readReceiptList, sectionOf } from "@/lib/ballots/wire/find-receipts";
import { SHORT_ALPHABET, shortHash } from "@/lib/ballots/wire/short-hash";

const receipts = Array.from({ length: 2000 }, (_, at) =>
  createHash("sha256").update(String(at)).digest("hex"),
).sort();
const some = fc.constantFrom(...receipts);

describe("findReceipts", () => {
  it("finds by the signs that people see, however they are spelled", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 4, max: 16 }), fc.boolean(), (receipt, signs, plain) => {
        const short = shortHash(receipt);
        const typed = plain
          ? short.replaceAll("-", "").slice(0, signs).toLowerCase()
          : short
              .slice(0, signs + 1)
              .replaceAll("0", "o")
              .replaceAll("1", "l");
        const found = findReceipts(receipts, typed);
        expect(found).toContain(receipt);
        const spelled = typed
          .toUpperCase()
          .replaceAll("O", "0")
          .replaceAll("L", "1")
          .replaceAll("-", "");
        for (const each of found) {
          const begins = shortHash(each).replaceAll("-", "").startsWith(spelled);
          // "A3F2-1" is read as hexadecimal, too, without its dash.
          expect(begins || each.startsWith(typed.replaceAll("-", "").toLowerCase())).toBe(true);
        }
      }),
    );
  });

  it("finds by hexadecimal digits, up to the whole hash", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 64 }), (receipt, digits) => {
        expect(findReceipts(receipts, receipt.slice(0, digits))).toContain(receipt);
      }),
    );
    const [first = ""] = receipts;
    expect(findReceipts(receipts, ` ${first.toUpperCase()} `)).toEqual([first]);
  });

  it.each(["", " - ", "U", "7K3F!", "ñ", "🙂", "Z".repeat(17), "\n"])(
    "finds nothing for %j",
    (typed) => {
      expect(findReceipts(receipts, typed)).toEqual([]);
    },
  );
});

it("divides a list by the first sign without loss", () => {
  const sections = [...SHORT_ALPHABET].map((sign) => sectionOf(receipts, sign));
  expect(sections.flat()).toEqual(receipts);
  expect(sections.every((section) => section.length > 0)).toBe(true);
});

it("reads a list and leaves out what is no hash", () => {
  expect(readReceiptList(`${receipts.slice(0, 3).join("\n")}\n`)).toEqual(receipts.slice(0, 3));
  expect(readReceiptList('{"code":"missing"}\nABC\n')).toEqual([]);
});
