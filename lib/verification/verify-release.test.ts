import { describe, expect, it } from "vitest";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { ReleaseFile } from "@/lib/verification/release-file";
import {
  forged,
  gradeOf,
  groupIn,
  releaseOf,
  verdictOn,
  verdictOnText,
} from "@/lib/verification/testdata/forge-release";

const CHECKS = ["shape", "hash", "policy", "structure", "visibility", "bands", "joint-attack"];

describe("what the compiler makes", () => {
  it.each([
    { seed: 1 },
    { seed: 2, answers: "wild", students: 250, classes: 11, grades: 4 },
    { seed: 3, demographics: true, students: 300, classes: 14 },
    { seed: 4, demographics: true, answers: "wild", students: 200, classes: 9, grades: 3 },
    { seed: 6, demographics: true, lowerDemographics: true, students: 240, classes: 10, grades: 5 },
    { seed: 8, schools: 3, demographics: true, students: 120, classes: 6, grades: 3 },
    // More groups than one program holds: the school's own program sees the district's.
    { seed: 9, schools: 7, students: 200, classes: 14, grades: 5, answers: "wild" },
  ] as const)("is sound: $seed", async (options) => {
    const verdict = verdictOn(await releaseOf(options));
    expect(verdict).toMatchObject({ ok: true, failure: null, notes: [] });
    expect(verdict.checked.checks).toEqual(CHECKS);
    expect(verdict.checked.targets).toBeGreaterThan(1000);
  });

  it("is sound with three answers in classes of thirty and more", async () => {
    expect(verdictOn(await gradeOf([36, 10], [39, 39], [31, 0]))).toMatchObject({ ok: true });
  });
});

describe("a release that was tampered with", async () => {
  const sound = await gradeOf([20, 3], [24, 17], [9, 9], [13, 6]);
  const change = (act: (release: ReleaseFile) => void) => verdictOn(forged(sound, act)).failure;
  const group = (release: ReleaseFile, id: string) => groupIn(release, id);
  const cell = (release: ReleaseFile, id: string) => group(release, id).cells["q1"]!;

  it("was sound before", () => {
    expect(verdictOn(sound).failure).toBeNull();
    expect(group(sound, "class:7C").withheld).toBe("fewer than 10 respondents");
    expect(group(sound, "class:7D").withheld).toContain("hidden so that");
  });

  it.each<[string, (release: ReleaseFile) => void, object]>([
    ["another field", (r) => Object.assign(r, { secret: 1 }), { check: "shape" }],
    [
      "a field in a group",
      (r) => Object.assign(group(r, "class:7A"), { count: 3 }),
      { check: "shape", group: "class:7A" },
    ],
    ["half a student", (r) => (group(r, "class:7A").n = 20.5), { check: "shape" }],
    [
      "k of 9",
      (r) => (r.policy.k = 9),
      { check: "policy", message: "k is 9, below the floor of 10" },
    ],
    ["a tail of 2", (r) => (r.policy.tail = 2), { check: "policy" }],
    ["tails that leave no room", (r) => (r.policy.tail = 4), { check: "policy" }],
    ["a remainder below k", (r) => (r.policy.k = 11), { check: "policy" }],
    [
      "a group twice",
      (r) => r.groups.push(structuredClone(group(r, "class:7D"))),
      { check: "structure", group: "class:7D" },
    ],
    [
      "a parent that is not there",
      (r) => (group(r, "class:7A").parent = "grade:S1/8"),
      { check: "structure", group: "class:7A" },
    ],
    [
      "a group inside itself",
      (r) => (group(r, "class:7A").parent = "class:7A"),
      { check: "structure", group: "class:7A" },
    ],
    [
      "a class of another grade",
      (r) => (group(r, "class:7A").by["grade"] = "8"),
      { check: "structure", group: "class:7A" },
    ],
    [
      "parts larger than the whole",
      (r) => (group(r, "class:7A").n = 24),
      { check: "structure", group: "grade:S1/7" },
    ],
    ["groups in another order", (r) => r.groups.reverse(), { check: "structure" }],
    [
      "an answer that is both",
      (r) => Object.assign(r.items[0]!, { unfavourable: [1, 4] }),
      { check: "structure", item: "q1" },
    ],
    [
      "a class of 9 shown",
      (r) => Object.assign(group(r, "class:7C"), { withheld: null, cells: cellsOf(0, 3) }),
      { check: "visibility", group: "class:7C" },
    ],
    [
      "a class shown beside the one that must stay hidden",
      (r) => Object.assign(group(r, "class:7D"), { withheld: null, cells: cellsOf(4, 9) }),
      { check: "visibility", message: /leaves 9 respondents/ },
    ],
    [
      "a figure of a hidden class",
      (r) => (group(r, "class:7D").cells = cellsOf(4, 9)),
      { check: "visibility", group: "class:7D" },
    ],
    [
      "a shown class without a figure",
      (r) => (group(r, "class:7A").cells = {}),
      { check: "visibility", group: "class:7A", item: "q1" },
    ],
    [
      "a reason of its own",
      (r) => (group(r, "class:7D").withheld = "3 of 13 were favourable"),
      { check: "visibility", group: "class:7D" },
    ],
    [
      "participation to the student",
      (r) => (group(r, "class:7B").participation = { lo: 24, hi: 24, seats: 24 }),
      { check: "visibility", group: "class:7B" },
    ],
    [
      "a narrowed band",
      (r) => (cell(r, "class:7B").lo += 1),
      { check: "bands", group: "class:7B", item: "q1" },
    ],
    [
      "a shifted band",
      (r) => Object.assign(cell(r, "class:7B"), { lo: 15, hi: 18 }),
      { check: "bands", group: "class:7B" },
    ],
    [
      "joined bands in a class",
      (r) => Object.assign(cell(r, "class:7A"), { lo: 0, hi: 8 }),
      { check: "bands", group: "class:7A" },
    ],
    [
      "three answers in a class of 24",
      (r) => (cell(r, "class:7B").buckets = bucketsOf(cell(r, "class:7B"), [4, 8], [0, 3])),
      { check: "bands", group: "class:7B" },
    ],
    [
      "three answers that contradict the figure",
      (r) => (cell(r, "grade:S1/7").buckets!.favourable.hi += 4),
      { check: "bands", group: "grade:S1/7" },
    ],
  ])("is refused with %s", (_, act, finding) => {
    const { message, ...rest } = finding as { message?: string | RegExp };
    const failure = change(act);
    expect(failure).toMatchObject(rest);
    if (message !== undefined) expect(failure?.message).toMatch(message);
  });

  it("is refused with a member that a parser hides, and with text that cannot be hashed", () => {
    const text = JSON.stringify(sound);
    for (const [name, member] of [
      ["cells", '"__proto__":{"lo":12,"hi":12},'],
      ["by", '"__proto__":"7 of 21 exactly",'],
    ] as const) {
      const hidden = text.replace(`"${name}":{"`, `"${name}":{${member}"`);
      expect(hidden).not.toBe(text);
      expect(verdictOnText(hidden).failure).toMatchObject({
        check: "shape",
        message: expect.stringContaining("__proto__") as string,
      });
    }
    const half = verdictOn({ ...sound, wave: "\ud800" });
    expect(half.failure).toMatchObject({
      check: "shape",
      message: expect.stringContaining("half a character") as string,
    });
  });

  it("is refused with another hash, and with a name given twice", () => {
    const text = JSON.stringify(sound);
    const other = {
      ...sound,
      hash: sound.hash.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
    };
    expect(verdictOn(other).failure).toMatchObject({ check: "hash" });
    expect(verdictOn({ ...sound, wave: "w2" }).failure).toMatchObject({ check: "hash" });
    const twice = text.replace('"wave":"w1"', '"wave":"w0","wave":"w1"');
    expect(verdictOnText(twice).failure).toMatchObject({ check: "shape" });
    expect(verdictOnText(text.replaceAll(",", " ,\n")).ok).toBe(true);
  });
});

function cellsOf(lo: number, hi: number) {
  return { q1: { lo, hi } };
}

function bucketsOf(
  { lo, hi }: { lo: number; hi: number },
  unfavourable: readonly [number, number],
  neutral: readonly [number, number],
) {
  const band = ([from, to]: readonly [number, number]) => ({ lo: from, hi: to });
  return { favourable: { lo, hi }, unfavourable: band(unfavourable), neutral: band(neutral) };
}

describe("a group that is withheld", async () => {
  const sound = await gradeOf([20, 3], [24, 17], [21, 9], [23, 6]);
  const hide = (
    id: string,
    reason: string,
    act: (release: ReleaseFile) => void = () => undefined,
  ) =>
    verdictOn(
      forged(sound, (release) => {
        Object.assign(groupIn(release, id), { withheld: reason, cells: {} });
        act(release);
      }),
    ).failure;
  const roster = "fewer than 10 students on the roster: counted in the next larger group";
  const audit = "not published: the audit of this release allowed larger groups only";
  const passed = (more: object) => ({ ...sound.audit, ...more });

  it("was shown before", () => {
    expect(verdictOn(sound).failure).toBeNull();
  });

  it.each([
    [
      "for a smaller group that is not there",
      "hidden so that a smaller group beside it cannot be worked out",
    ],
    ["for a roster that is large enough", roster],
    [
      "as nearly another, though it is a class",
      "nearly the same students as other groups: those who differ could be worked out",
    ],
    ["for the audit, which passed in full", audit],
  ])("is refused %s", (_, reason) => {
    expect(hide("class:7C", reason)).toMatchObject({ check: "visibility", group: "class:7C" });
  });

  it("is refused for a rung that hides whole levels, when its neighbours are shown", () => {
    const rung = (release: ReleaseFile) => {
      release.audit = passed({ rung: "no-classes", lost: 1 });
    };
    expect(hide("class:7C", audit, rung)).toMatchObject({ check: "visibility" });
    const all = forged(sound, (release) => {
      release.audit = passed({ rung: "no-classes", lost: 4 });
      for (const group of release.groups) {
        if (group.level === "class") Object.assign(group, { withheld: audit, cells: {} });
      }
    });
    expect(verdictOn(all).failure).toBeNull();
  });

  it.each([
    ["more groups lost than are withheld", { lost: 999 }],
    ["no coalition tried", { coalitions: 0 }],
    ["no spread of silence tried", { patterns: 0 }],
    ["a rung that shows nothing", { rung: "nothing" }],
  ])("is not explained by %s", (_, more) => {
    const file = forged(sound, (release) => {
      release.audit = passed(more);
    });
    expect(verdictOn(file).failure).toMatchObject({ check: "visibility" });
  });
});

describe("old files", () => {
  it("are attacked all the same, and their age is said", async () => {
    const release = await gradeOf([20, 10], [24, 12], [22, 11]);
    const old = forged(release, (copy) => {
      copy.audit = { status: "not-run" };
      for (const group of copy.groups) {
        delete group.margin;
        for (const cell of Object.values(group.cells)) delete cell.buckets;
      }
    });
    const verdict = verdictOn(old);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.notes).toHaveLength(2);
    expect(verdict.checked.checks).toEqual(CHECKS);
  });
});

describe("reliability in a release", async () => {
  const figures = (group: string) => ({
    ...{ group, items: 20, alpha: 0.91, alphaWithoutReversed: null, omega: 0.9 },
    ...{ sem: 0.21, icc1: 0.09, icc2: -1.5 },
  });
  const sound = await releaseOf({ seed: 8, schools: 2, students: 150, classes: 6, grades: 3 });
  const [district, first, second] = sound.groups.filter(({ level }) =>
    ["school", "district"].includes(level),
  );
  const change = (act: (release: ReleaseFile) => void) => verdictOn(forged(sound, act)).failure;

  it("may stand for whole schools and the district", () => {
    const ids = [district!.id, first!.id, second!.id];
    expect(change((r) => (r.reliability = ids.map(figures)))).toBeNull();
    expect(parseRelease(forged(sound, (r) => (r.reliability = ids.map(figures))))).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, (release: ReleaseFile) => void, object]>([
    ["of a class", (r) => (r.reliability = [figures("class:S1-1")]), { check: "visibility" }],
    [
      "of a shown class",
      (r) => {
        const shown = r.groups.find(
          ({ level, withheld }) => level === "class" && withheld === null,
        );
        r.reliability = [figures(shown!.id)];
      },
      { check: "visibility", message: /less than a whole school/ },
    ],
    [
      "of a school and again",
      (r) => (r.reliability = [figures(first!.id), figures(first!.id)]),
      { check: "visibility", message: /twice/ },
    ],
    [
      "to three decimals",
      (r) => (r.reliability = [{ ...figures(first!.id), alpha: 0.912 }]),
      { check: "shape" },
    ],
    [
      "of a policy that asks for more",
      (r) => {
        r.policy.reliabilityFrom = 10_000;
        r.reliability = [figures(first!.id)];
      },
      { check: "visibility", message: /rests on/ },
    ],
  ])("is refused %s", (_, act, failure) => {
    const { message, ...rest } = failure as { check: string; message?: RegExp };
    const found = change(act);
    expect(found).toMatchObject(rest);
    if (message !== undefined) expect(found?.message).toMatch(message);
    expect(parseRelease(forged(sound, act)).ok).toBe(false);
  });
});
