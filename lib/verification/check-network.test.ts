import { describe, expect, it } from "vitest";
import { parseRelease } from "@/lib/disclosure/parse-release";
import type { FileNetwork, ReleaseFile } from "@/lib/verification/release-file";
import { forged, releaseOf, verdictOn } from "@/lib/verification/testdata/forge-release";

const sound = await releaseOf({ seed: 8, schools: 1, students: 160, classes: 6, grades: 2 });
const classes = sound.groups.filter(({ level }) => level === "class");
const [first, second] = classes.filter(
  ({ withheld, participation }) => withheld === null && participation.seats >= 18,
);
const [school] = sound.groups.filter(({ level }) => level === "school");

const seatsOf = (id: string) => sound.groups.find((group) => group.id === id)!.participation.seats;

function figures(id: string): Extract<FileNetwork, { withheld: null }> {
  const seats = seatsOf(id);
  return {
    group: id,
    withheld: null,
    seats,
    respondents: { lo: seats - 3, hi: seats },
    density: 0.14,
    reciprocity: 0.6,
    centralization: 0.15,
    // The two tails: between none and three of each bin but one, and there all of the others.
    inDegree: {
      "0": { lo: 0, hi: 3 },
      "1-2": { lo: seats - 3, hi: seats },
      "3-4": { lo: 0, hi: 3 },
      "5+": { lo: 0, hi: 3 },
    },
  };
}

type Change = (release: ReleaseFile) => void;
const set = (...entries: readonly object[]): Change => {
  return (release) => (release.network = entries as FileNetwork[]);
};
const few = (id: string, needed: number) =>
  `fewer than ${String(needed)} of ${String(seatsOf(id))} students took part`;
const [a, b] = [first!.id, second!.id];

describe("the network in a release", () => {
  it.each<[string, Change]>([
    ["with figures of two classes", set(figures(a), figures(b))],
    [
      "with either reason",
      set(
        { group: a, withheld: few(a, Math.max(15, Math.ceil(seatsOf(a) * 0.8))) },
        { group: b, withheld: "the figures together would tell who named whom" },
      ),
    ],
  ])("is accepted %s, by the reader and by the verifier", (_what, change) => {
    const file = forged(sound, change);
    expect(verdictOn(file).failure).toBeNull();
    expect(parseRelease(file)).toMatchObject({ ok: true });
  });

  it.each<[string, Change, RegExp]>([
    ["of a whole school", set({ ...figures(a), group: school!.id }), /not of a class/],
    ["of a group that is not there", set({ ...figures(a), group: "class:x" }), /not in the file/],
    ["of a class twice", set(figures(a), figures(a)), /twice/],
    ["of a roster of other size", set({ ...figures(a), seats: seatsOf(a) + 1 }), /seats/],
    [
      "with an exact number who took part",
      set({ ...figures(a), respondents: { lo: seatsOf(a), hi: seatsOf(a) } }),
      /none of the policy's/,
    ],
    [
      "with an exact number whom nobody named",
      set({ ...figures(a), inDegree: { ...figures(a).inDegree, "0": { lo: 1, hi: 1 } } }),
      /none of the policy's/,
    ],
    [
      "with too few",
      set({ ...figures(a), respondents: { lo: 0, hi: 3 } }),
      /rests on 3 respondents/,
    ],
    [
      "with bins that do not add up",
      set({ ...figures(a), inDegree: { ...figures(a).inDegree, "1-2": { lo: 0, hi: 3 } } }),
      /cannot add up/,
    ],
    ["to three decimals", set({ ...figures(a), density: 0.142 }), /./],
    ["finer than it is rounded", set({ ...figures(a), reciprocity: 0.65 }), /./],
    ["with a figure besides", set({ ...figures(a), alone: 2 }), /./],
    ["for a reason of its own", set({ group: a, withheld: "the principal asked" }), /reason/],
    ["with a reason that tells how many", set({ group: a, withheld: few(a, 3) }), /reason/],
    ["with no entry", set(), /./],
    [
      "of a class that is hidden",
      (release) => {
        const group = release.groups.find(({ id }) => id === a)!;
        group.withheld = "not published: the audit of this release allowed larger groups only";
        group.cells = {};
        release.network = [figures(a)];
      },
      /./,
    ],
  ])("is refused %s", (_what, change, message) => {
    const file = forged(sound, change);
    expect(verdictOn(file).failure?.message ?? "").toMatch(message);
    expect(parseRelease(file).ok).toBe(false);
  });
});
