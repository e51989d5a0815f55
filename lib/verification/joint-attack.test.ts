import { describe, expect, it } from "vitest";
import {
  forged,
  gradeOf,
  groupIn,
  verdictOn,
  withBands,
} from "@/lib/verification/testdata/forge-release";

/** One grade, which is the whole school and district: all three get the same band. */
const whole = (lo: number, hi: number) =>
  Object.fromEntries(
    ["grade:S1/7", "school:S1", "district:D"].map((id) => [id, [lo, hi] as const]),
  );

describe("bands that are sound one by one and say more together", () => {
  it("prove everybody's answer in a class: 3 of 10, 10 of 10 and 13 of 20", async () => {
    const release = await gradeOf([10, 3], [10, 10]);
    expect(verdictOn(release).ok).toBe(true);
    const drawnAlone = withBands(release, whole(13, 16));
    expect(verdictOn(drawnAlone).failure).toEqual({
      check: "joint-attack",
      item: "q1",
      group: "class:7B",
      message: "class:7B, q1: it is proven that everybody answered favourable",
    });
  });

  it("fix a count though the band is wide: 4 to 11 of 27, of which only 11 is possible", async () => {
    const release = withBands(await gradeOf([13, 0], [14, 11]), whole(4, 11));
    const { failure } = verdictOn(release);
    expect(failure).toMatchObject({ check: "joint-attack", group: "class:7A" });
    expect(failure?.message).toContain("nobody answered favourable");
  });

  it("leave a count too few values", async () => {
    // 7 to 10 and 7 to 10 are 14 to 20: of 13 to 16 three are left.
    const release = withBands(await gradeOf([10, 7], [10, 8]), whole(13, 16));
    expect(verdictOn(release).failure).toMatchObject({
      check: "joint-attack",
      group: "district:D",
      message:
        "district:D, q1: only 14 or 15 or 16 of 20 can have answered favourable, fewer than 4 counts",
    });
  });

  it("fix a count through the other two answers", async () => {
    const release = await gradeOf([12, 4], [12, 4], [12, 4]);
    const buckets = forged(release, ({ groups }) => {
      for (const { n, cells } of groups) {
        if (n < 30) continue;
        const favourable = { lo: 9, hi: 12 };
        const others = { unfavourable: { lo: 13, hi: 16 }, neutral: { lo: 4, hi: 8 } };
        cells["q1"] = { ...favourable, buckets: { favourable, ...others } };
      }
    });
    // 12 + 16 + 8 are 36: any fewer of one would be too few together.
    const { failure } = verdictOn(buckets);
    expect(failure).toMatchObject({ check: "joint-attack", item: "q1", group: "district:D" });
    expect(failure?.message).toContain("only 12 of 36 can have answered favourable");
  });

  it("contradict each other", async () => {
    const release = withBands(await gradeOf([10, 3], [10, 3]), whole(17, 20));
    expect(verdictOn(release).failure?.message).toContain(
      "no answers of whole students fit all bands",
    );
  });

  it("say what two who pool their answers need to know all others'", async () => {
    // The class of 14 can have one favourable answer at most: whoever gave it knows all the others'.
    const release = withBands(await gradeOf([10, 7], [14, 1]), whole(4, 8));
    expect(groupIn(release, "class:7B").cells["q1"]).toMatchObject({ lo: 0, hi: 3 });
    expect(verdictOn(release).failure).toMatchObject({ check: "joint-attack" });
  });
});
