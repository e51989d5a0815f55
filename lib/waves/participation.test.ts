import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  collectedFloor,
  participationBand,
  participationLevel,
  seatsLeft,
  shownLevel,
} from "@/lib/waves/participation";

describe("participationBand", () => {
  it.each([
    [0, 26, 0, 4],
    [22, 26, 20, 24],
    [24, 26, 20, 24],
    [26, 26, 25, 26],
    [27, 26, 25, 29],
    [0, 3, 0, 3],
  ])("shows %i of %i seats as %i–%i", (ballots, seats, lo, hi) => {
    expect(participationBand(ballots, seats, 5)).toEqual({ lo, hi, seats });
  });

  it("holds the number, and is the same for every number of its block", () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 5, max: 20 }),
        (ballots, spare, block) => {
          const seats = ballots + spare;
          const { lo, hi } = participationBand(ballots, seats, block);
          expect(lo <= ballots && ballots <= hi && hi <= seats).toBe(true);
          for (const end of [lo, hi])
            expect(participationBand(end, seats, block)).toEqual({ lo, hi, seats });
        },
      ),
    );
  });

  it("throws on what is not a count", () => {
    for (const bad of [-1, 1.5, NaN])
      expect(() => participationBand(bad, 10, 5)).toThrow(RangeError);
    expect(() => participationBand(1, 10, 0)).toThrow(RangeError);
  });
});

describe("collectedFloor", () => {
  it("moves only at each fifth ballot", () => {
    expect([0, 4, 5, 9, 23].map((n) => collectedFloor(n, 5))).toEqual([0, 0, 5, 5, 20]);
  });
});

describe("seatsLeft", () => {
  it("says of every count in a block the same, and never leaves the truth outside", () => {
    for (let seats = 0; seats <= 40; seats += 1) {
      const said = new Map<number, string>();
      for (let collected = 0; collected <= seats; collected += 1) {
        const floor = collectedFloor(collected, 5);
        const left = seatsLeft(floor, seats, 5);
        expect(seats - collected).toBeGreaterThanOrEqual(left.lo);
        expect(seats - collected).toBeLessThanOrEqual(left.hi);
        expect(said.get(floor) ?? JSON.stringify(left)).toBe(JSON.stringify(left));
        said.set(floor, JSON.stringify(left));
      }
    }
    expect(seatsLeft(15, 24, 5)).toEqual({ lo: 5, hi: 9 });
    expect(seatsLeft(20, 24, 5)).toEqual({ lo: 0, hi: 4 });
    expect(seatsLeft(0, 3, 5)).toEqual({ lo: 0, hi: 3 });
  });
});

describe("participationLevel", () => {
  it.each([
    [26, 26, "enough"],
    [24, 30, "enough"],
    [23, 30, "low"],
    [18, 30, "low"],
    [17, 30, "too-low-for-flags"],
    [12, 10, "enough"],
    [0, 0, "too-low-for-flags"],
  ])("calls %i of %i %s", (ballots, seats, level) => {
    expect(participationLevel(ballots, seats)).toBe(level);
  });
});

describe("shownLevel", () => {
  it("is the same for every count of a block", () => {
    for (let seats = 1; seats <= 40; seats++) {
      for (let ballots = 0; ballots <= seats; ballots++) {
        const block = participationBand(ballots, seats, 5);
        const top = Math.min(block.hi, seats);
        expect(shownLevel(block)).toBe(shownLevel(participationBand(top, seats, 5)));
      }
    }
  });

  it("never claims less than the block shows", () => {
    expect(shownLevel({ lo: 5, hi: 9, seats: 9 })).toBe("enough");
    expect(shownLevel({ lo: 15, hi: 19, seats: 26 })).toBe("low");
    expect(shownLevel({ lo: 10, hi: 14, seats: 26 })).toBe("too-low-for-flags");
  });
});
