import fc from "fast-check";
import type { Answers } from "@/lib/disclosure/answers";
import { compileRelease } from "@/lib/disclosure/compile";
import type { CompileInput } from "@/lib/disclosure/compile-input";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import type { ReleaseItem } from "@/lib/disclosure/items";
import { type Plan, planHash } from "@/lib/disclosure/plan";
import { planMargins, type PlannedClass } from "@/lib/disclosure/plan-wave";
import { FLOOR_POLICY, type Policy } from "@/lib/disclosure/policy";
import type { Release } from "@/lib/disclosure/release-schema";
import { nestedRespondents } from "@/lib/disclosure/respondents";
import { tallyBallots } from "@/lib/disclosure/tally";

/** A five-point question, 4 and 5 favourable. */
export function question(id: string): ReleaseItem {
  return { kind: "question", id, favourable: [4, 5], unfavourable: [1, 2] };
}

/** The plan, or a failed test. */
export function planned(
  classes: readonly PlannedClass[],
  items: readonly ReleaseItem[] = [question("q1")],
  policy: Policy = FLOOR_POLICY,
): Plan {
  const result = planMargins({ classes, district: "D", items, policy });
  if (!result.ok) throw new Error(result.message);
  return result.plan;
}

/** Ballots of one class: `favourable` fives, `neutral` threes, the rest ones. */
export function ballotsOf(group: string, n: number, favourable: number, neutral = 0): Answers[] {
  return Array.from({ length: n }, (_, i) => ({
    group,
    values: new Map([["q1", i < favourable ? 5 : i < favourable + neutral ? 3 : 1]]),
  }));
}

/** The release of nested groups, through the whole compiler. */
export async function compiled(
  plan: Plan,
  ballots: Iterable<Answers>,
  more: Partial<CompileInput> = {},
): Promise<Release> {
  const tallies = tallyBallots(ballots, plan);
  return compileRelease({
    plan,
    planHash: planHash(plan),
    tallies,
    respondents: [nestedRespondents(plan, tallies)],
    wave: "w1",
    instrument: "pulse/1",
    closedOn: "2026-05-08",
    solver: await highsSolver(),
    ...more,
  });
}

/** Up to 3 schools × 3 grades × 4 classes of 0 to 40 students; sizes near k are common, where the rules bite. */
export const arbitraryClasses: fc.Arbitrary<readonly PlannedClass[]> = fc
  .array(
    fc.record({
      school: fc.constantFrom("S1", "S2", "S3"),
      grades: fc.constantFrom(["6"], ["7"], ["8"], [], ["7", "8"]),
      rosterSize: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 7, max: 12 })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, class: `c${String(i)}` })));

/** A plan and its ballots: each class votes in any number up to its roster, each answer skipped, wild or 1..5. */
export const arbitraryWave: fc.Arbitrary<{ plan: Plan; ballots: readonly Answers[] }> = arbitraryClasses.chain(
  (classes) =>
    fc
      .tuple(
        ...classes.map((row) =>
          fc.array(
            fc.record({ q1: fc.integer({ min: 0, max: 6 }), q2: fc.constantFrom(1, 5) }),
            { minLength: Math.floor(row.rosterSize * 0.6), maxLength: row.rosterSize },
          ),
        ),
      )
      .map((answers) => ({
        plan: planned(classes, [question("q1"), question("q2")]),
        ballots: answers.flatMap((rows, i) =>
          rows.map(({ q1, q2 }) => ({
            group: `class:c${String(i)}`,
            // 0 stands for skipped; 6 is a code that the question does not have.
            values: new Map([...(q1 === 0 ? [] : [["q1", q1] as const]), ["q2", q2] as const]),
          })),
        ),
      })),
);
