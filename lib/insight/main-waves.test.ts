import { describe, expect, it } from "vitest";
import { mainWaves } from "@/lib/insight/main-waves";

describe("the waves that stand for a school", () => {
  it("leave out a teacher's pulse for one class, and keep those that asked half or more", () => {
    const waves = [1, 20, 9, 10, 19].map((classes) => ({ classes }));
    expect(mainWaves(waves)).toEqual([{ classes: 20 }, { classes: 10 }, { classes: 19 }]);
  });

  it("are all of them where none is wider, and none where there are none", () => {
    expect(mainWaves([{ classes: 1 }, { classes: 1 }])).toHaveLength(2);
    expect(mainWaves([])).toEqual([]);
  });
});
