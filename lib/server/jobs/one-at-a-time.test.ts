import { describe, expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time";

function gate() {
  const opened: (() => void)[] = [];
  let runs = 0;
  let together = 0;
  let most = 0;
  const work = async () => {
    runs += 1;
    together += 1;
    most = Math.max(most, together);
    await new Promise<void>((resolve) => opened.push(resolve));
    together -= 1;
  };
  return { work, open: () => opened.shift()?.(), runs: () => runs, most: () => most };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 1));

describe("one run at a time", () => {
  it("gives every caller during a run the one that follows", async () => {
    const { work, open, runs, most } = gate();
    const run = oneAtATime(work);
    const first = run();
    const later = [run(), run(), run()];
    expect(runs()).toBe(1);
    open();
    await first;
    await settle();
    expect(runs()).toBe(2);
    open();
    await Promise.all(later);
    expect([runs(), most()]).toEqual([2, 1]);
  });

  it("goes on after a failure, which only its own callers see", async () => {
    let fail = true;
    const run = oneAtATime(async () => {
      await settle();
      if (fail) throw new Error("once");
    });
    const first = run();
    const second = run();
    await expect(first).rejects.toThrow("once");
    fail = false;
    await expect(second).resolves.toBeUndefined();
    await expect(run()).resolves.toBeUndefined();
  });
});
