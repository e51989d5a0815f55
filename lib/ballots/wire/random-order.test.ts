import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { shuffled, uniformInt } from "@/lib/ballots/wire/random-order";

describe("random order", () => {
  it("keeps every item once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        expect(shuffled(items, randomBytes).sort()).toEqual([...items].sort());
      }),
    );
  });

  it("gives each of the six orders of three items about one time in six", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = shuffled(["a", "b", "c"], randomBytes).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    // 1000 expected, standard deviation 29: ten of them is no chance.
    expect([...counts.values()].every((count) => Math.abs(count - 1000) < 290)).toBe(true);
    expect(counts.size).toBe(6);
  });

  it("draws again what would lean low", () => {
    // 2³² mod 3 = 1, so 0xffffffff is one too many and must not become 0.
    const draws = [
      [255, 255, 255, 255],
      [0, 0, 0, 2],
    ];
    expect(uniformInt(3, () => Uint8Array.from(draws.shift() ?? []))).toBe(2);
    expect(draws).toHaveLength(0);
    expect(() => uniformInt(0, randomBytes)).toThrow(RangeError);
  });
});
