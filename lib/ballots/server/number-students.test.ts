import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberStudents } from "./number-students";

const roster = Array.from({ length: 24 }, (_, at) => `student-${String(at)}`);

describe("numbers of students", () => {
  it("are 1 to n, each once, whatever the order of the roster", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const numbers = numberStudents(key, roster);
        expect([...numbers.values()].sort((a, b) => a - b)).toEqual(roster.map((_, at) => at + 1));
        expect(new Map([...numberStudents(key, roster.toReversed())].sort())).toEqual(
          new Map([...numbers].sort()),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("follow from the key: an order worked out by hand", () => {
    // HMAC-SHA256 with 32 zero bytes over "hearth nominations/1\0" and the id, by Python's hmac module.
    const numbers = numberStudents(new Uint8Array(32), ["a", "b", "c", "d"]);
    expect(Object.fromEntries(numbers)).toEqual({ b: 1, c: 2, a: 3, d: 4 });
  });

  it("say nothing of each other under two keys: each place is as likely", () => {
    const places = new Array<number>(24).fill(0);
    for (let run = 0; run < 2400; run += 1) {
      const number = numberStudents(randomBytes(32), roster).get("student-0") ?? 0;
      places[number - 1] = (places[number - 1] ?? 0) + 1;
    }
    // 100 expected in each; beyond 6 standard deviations once in many million runs.
    expect(Math.min(...places)).toBeGreaterThan(40);
    expect(Math.max(...places)).toBeLessThan(160);
  });
});
