import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeUnsubscribeToken, readUnsubscribeToken } from "./unsubscribe-token";

const SECRET = "a secret of forty characters for testing";
const anyId = fc.uuid();

describe("a link that stops the week's mail", () => {
  it("names the account it was made for", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(readUnsubscribeToken(makeUnsubscribeToken(id, SECRET), SECRET)).toBe(id);
      }),
    );
  });

  it("is worth nothing for another account, with another secret, or altered", () => {
    fc.assert(
      fc.property(anyId, anyId, (id, other) => {
        const token = makeUnsubscribeToken(id, SECRET);
        const [, signature = ""] = token.split(".");
        expect(readUnsubscribeToken(token, `${SECRET}!`)).toBeNull();
        if (id !== other) {
          expect(readUnsubscribeToken(`${other}.${signature}`, SECRET)).toBeNull();
        }
        expect(readUnsubscribeToken(`${token}.x`, SECRET)).toBeNull();
        expect(readUnsubscribeToken(token.slice(0, -6), SECRET)).toBeNull();
      }),
    );
    for (const none of ["", ".", "nonsense", `${"0".repeat(36)}.x`]) {
      expect(readUnsubscribeToken(none, SECRET)).toBeNull();
    }
  });
});
