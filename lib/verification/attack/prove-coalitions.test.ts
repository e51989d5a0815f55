import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { attackTargets, withQuestion } from "@/lib/verification/attack/attack-question";
import type { Block, Subject } from "@/lib/verification/attack/block";
import { proveAnswers } from "@/lib/verification/attack/prove-answers";
import { proveCoalitions } from "@/lib/verification/attack/prove-coalitions";
import { seededPicks } from "@/lib/verification/attack/seeded-picks";
import { madeFile } from "@/lib/verification/testdata/made-file";

const highs = await loadHighs();

/** Sets of ten, each alone, with so many favourable answers at most. */
function blockOf(most: readonly number[]): Block {
  const { groups } = madeFile({
    whole: { n: 10, band: { lo: 0, hi: 10 } },
    classes: most.map((hi) => ({ n: 10, band: { lo: 0, hi } })),
    genders: [],
  });
  const classes = groups.slice(1);
  const subjects = classes.map(({ id }, region): Subject => ({
    label: id,
    group: id,
    regions: [region],
    size: 10,
  }));
  return {
    id: "school:S",
    regions: subjects.length,
    sizes: subjects,
    links: [],
    published: classes.map((group, region) => ({ group, regions: [region] })),
    subjects,
    counted: [],
    populations: [subjects],
  };
}

function attacked(block: Block) {
  const { policy } = madeFile({
    whole: { n: 10, band: { lo: 0, hi: 3 } },
    classes: [],
    genders: [],
  });
  const attack = { highs, policy, done: { targets: 0, programs: 0 } };
  const outcome = withQuestion(attack, block, "q1", [], (question) => ({
    alone: proveAnswers(question),
    pooled: proveCoalitions(question, seededPicks("pairs")),
    all: attackTargets(question, seededPicks("pairs")),
  }));
  return outcome.ok ? outcome.result : outcome.finding;
}

describe("two students who pool their answers", () => {
  it("know all others' where two can have answered so at most", () => {
    const found = attacked(blockOf([2, 6]));
    expect(found).toMatchObject({
      alone: null,
      pooled: {
        check: "joint-attack",
        item: "q1",
        group: "class:A",
        message:
          "class:A but for themselves, q1: two students who pool their answers (one of class:A who answered favourable and one of class:A who answered favourable) would know that nobody answered favourable",
      },
    });
  });

  it("know nothing certain where three can have", () => {
    expect(attacked(blockOf([3, 7]))).toEqual({ alone: null, pooled: null, all: null });
  });

  it("are drawn where there are too many to try all", () => {
    const many = Array.from({ length: 40 }, () => 3);
    expect(attacked(blockOf(many))).toMatchObject({ pooled: null });
  });
});
