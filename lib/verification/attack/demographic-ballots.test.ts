import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyBands } from "@/lib/verification/policy-bands";
import type { FileBand, FilePolicy } from "@/lib/verification/release-file";
import { verdictOn } from "@/lib/verification/testdata/forge-release";
import { madeFile } from "@/lib/verification/testdata/made-file";

const policy = { tail: 3, width: 4 } as FilePolicy;

function bandOf(count: number, n: number): FileBand {
  return policyBands(n, policy).find(({ lo, hi }) => lo <= count && count <= hi)!;
}

/** Favourable answers of class A, class B, gender F and gender M. */
type Table = readonly [number, number, number, number];

/**
 * Every table that some crossing of two classes with two genders can have, crossing by crossing and student by
 * student: how many of each class are in each gender, and how many of those answered favourably.
 */
function tablesOf(classes: readonly number[], genders: readonly number[]): readonly Table[] {
  const [a = 0, b = 0] = classes;
  const [f = 0] = genders;
  const found = new Map<string, Table>();
  for (let af = Math.max(0, f - b); af <= Math.min(a, f); af += 1) {
    const sizes = [af, a - af, f - af, b - (f - af)];
    const go = (answers: readonly number[]): void => {
      if (answers.length < 4) {
        for (let next = 0; next <= sizes[answers.length]!; next += 1) go([...answers, next]);
        return;
      }
      const [x = 0, y = 0, z = 0, w = 0] = answers;
      const table: Table = [x + y, z + w, x + z, y + w];
      found.set(table.join(), table);
    };
    go([]);
  }
  return [...found.values()];
}

/** Whether the tables that fit give anything away, by the targets written out again. */
function leaks(tables: readonly Table[], sizes: readonly number[]): boolean {
  const [a = 0, b = 0] = sizes;
  // Two classes and two genders, and the whole: each is also what the other leaves of the whole.
  const counts = [...sizes.map((n, at) => ({ n, of: tables.map((table) => table[at]!) }))];
  counts.push({ n: a + b, of: tables.map(([x, y]) => x + y) });
  const narrow = counts.some(({ n, of }) => {
    const needed = n < 15 ? 3 : 4;
    return new Set(of).size < needed || Math.max(...of) < 3 || Math.min(...of) > n - 3;
  });
  const pairs = [0, 1].flatMap((one) => [0, 1].map((other) => [one, other] as const));
  const pooled = [0, 2].some((first) =>
    pairs.some(([one, other]) =>
      pairs.some(([yes, too]) => {
        // [place, answered favourably] of two students of one margin.
        const members = [
          [first + one, yes === 1],
          [first + other, too === 1],
        ] as const;
        const held = (at: number, favourable: boolean) =>
          members.filter(([place, answer]) => place === at && answer === favourable).length;
        const left = tables
          .map((table) =>
            table.map((count, at) => [
              count - held(at, true),
              sizes[at]! - count - held(at, false),
            ]),
          )
          .filter((table) => table.every((answers) => answers.every((count) => count >= 0)));
        if (left.length === 0) return false;
        return [0, 1, 2, 3].some((at) =>
          [0, 1].some((answer) => left.every((table) => table[at]![answer] === 0)),
        );
      }),
    ),
  );
  return narrow || pooled;
}

describe("demographics whose crossing with classes is unknown", () => {
  it("are attacked as every possible crossing would be", () => {
    const seen = { sound: 0, leaking: 0 };
    const school = fc
      .record({ a: fc.integer({ min: 10, max: 12 }), b: fc.integer({ min: 10, max: 12 }) })
      .chain(({ a, b }) =>
        fc.record({
          a: fc.constant(a),
          b: fc.constant(b),
          f: fc.integer({ min: 10, max: a + b - 10 }),
          pick: fc.nat(),
          ends: fc.boolean(),
        }),
      );
    fc.assert(
      fc.property(school, ({ a, b, f, pick, ends }) => {
        const sizes = [a, b, f, a + b - f];
        const all = tablesOf([a, b], [f, a + b - f]);
        const edge = all.filter(
          (table) => table.filter((x, at) => x < 4 || x > sizes[at]! - 4).length > 2,
        );
        const drawn = ends ? edge : all;
        const truth = drawn[pick % drawn.length]!;
        const bands = truth.map((count, at) => bandOf(count, sizes[at]!));
        const whole = { n: a + b, band: bandOf(truth[0] + truth[1], a + b) };
        const fitting = all.filter(
          (table) =>
            table.every((count, at) => bands[at]!.lo <= count && count <= bands[at]!.hi) &&
            whole.band.lo <= table[0] + table[1] &&
            table[0] + table[1] <= whole.band.hi,
        );
        const made = sizes.map((n, at) => ({ n, band: bands[at]! }));
        const file = madeFile({ whole, classes: made.slice(0, 2), genders: made.slice(2) });
        const leaking = leaks(fitting, sizes);
        expect(verdictOn(file).failure?.check ?? null).toBe(leaking ? "joint-attack" : null);
        seen[leaking ? "leaking" : "sound"] += 1;
      }),
      { numRuns: 150, seed: 20260508 },
    );
    expect(Math.min(seen.sound, seen.leaking)).toBeGreaterThan(20);
  });
});

describe("ballots that got lost", () => {
  const group = (n: number, lo: number, hi: number) => ({ n, band: { lo, hi } });
  const classes = [group(20, 9, 12), group(20, 9, 12)];

  it("leave margins a few apart, and nothing is proven from that", () => {
    const genders = [group(19, 8, 11), group(22, 9, 13)];
    const whole = { n: 40, band: bandOf(20, 40) };
    const joined = { ...whole, band: { lo: bandOf(16, 40).lo, hi: bandOf(24, 40).hi } };
    const verdict = verdictOn(madeFile({ whole: joined, classes, genders, empty: 10 }));
    expect(verdict.failure).toBeNull();
    expect(verdict.notes.join(" ")).not.toContain("lost");
  });

  it("explain a contradiction only where there were seats for them", () => {
    // Classes have 18 favourable answers at least, genders 7 at most.
    const genders = [group(20, 0, 3), group(20, 4, 8)];
    const whole = { n: 40, band: { lo: bandOf(16, 40).lo, hi: bandOf(24, 40).hi } };
    const few = verdictOn(madeFile({ whole, classes, genders, empty: 0 }));
    expect(few.failure?.message).toContain("no answers of whole students fit all bands");
    const many = verdictOn(madeFile({ whole, classes, genders, empty: 20 }));
    expect(many.notes.join(" ")).toContain("only if more ballots got lost");
  });
});
