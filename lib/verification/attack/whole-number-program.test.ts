import loadHighs from "highs";
import { describe, expect, it } from "vitest";
import { type Row, WholeNumberProgram } from "@/lib/verification/attack/whole-number-program";

const highs = await loadHighs();

function solved<Result>(
  upper: readonly number[],
  rows: readonly Row[],
  act: (program: WholeNumberProgram) => Result,
): Result {
  const program = new WholeNumberProgram(highs, upper, rows);
  try {
    return act(program);
  } finally {
    program.dispose();
  }
}

describe("whole-number programs", () => {
  // Each two of three people have one answer between them: half of one each, or nothing.
  const halves: Row[] = [
    { plus: [0, 1], lo: 1, hi: 1 },
    { plus: [1, 2], lo: 1, hi: 1 },
    { plus: [0, 2], lo: 1, hi: 1 },
  ];

  it("do not take half a student for an example", () => {
    const found = solved([1, 1, 1], halves, (program) =>
      program.find({ columns: [0], aim: "most", bound: 0 }),
    );
    expect(found).toBeNull();
    expect(solved([1, 1, 1], halves, (program) => program.extreme([0], "most"))).toBeNull();
  });

  it("find whole students where a corner has halves", () => {
    const atMostOne = halves.map((row) => ({ ...row, lo: 0 }));
    solved([1, 1, 1], atMostOne, (program) => {
      expect(program.extreme([0, 1, 2], "most")).toBe(1);
      expect(program.find({ columns: [0, 1, 2], aim: "most", bound: 1 })).not.toBeNull();
      // The linear program reaches 1.5.
      expect(program.find({ columns: [0, 1, 2], aim: "most", bound: 2 })).toBeNull();
    });
  });

  it("keep to further rows for one goal only", () => {
    solved([9, 9], [{ plus: [0], minus: [1], lo: 2, hi: 2 }], (program) => {
      const least = { columns: [0], aim: "least", bound: 5 } as const;
      expect(program.find(least, [{ plus: [1], lo: 4, hi: 9 }])).toBeNull();
      expect([...(program.find(least) ?? [])]).toEqual([2, 0]);
      expect([...(program.find(least, [{ plus: [1], lo: 3, hi: 9 }]) ?? [])]).toEqual([5, 3]);
      expect(program.extreme([0], "least")).toBe(2);
    });
  });
});
