import { describe, expect, it } from "vitest";
import { legalBands } from "@/lib/disclosure/band-count";
import { releaseHash } from "@/lib/disclosure/compile";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import type { Release } from "@/lib/disclosure/release-schema";
import { ballotsOf, compiled, planned, question } from "@/lib/disclosure/testdata/arbitrary-school";
import { participationBand } from "@/lib/waves/participation";

const SALT = "5a".repeat(32);
const ITEMS = ["q1", "q2", "q3"].map(question);
const plan = planned([{ class: "7A", school: "S1", grades: ["7"], rosterSize: 26 }], ITEMS);
const ballots = ballotsOf("class:7A", 24, 14, 3);

/** Every release that a wave of this one class could give to somebody who knows its plan and that many answered. */
function* guesses(known: Release): Generator<Release> {
  const { hash: _, salt: _unknown, ...rest } = known;
  for (let n = 20; n <= 24; n += 1) {
    const bands = legalBands(n, FLOOR_POLICY);
    for (const q1 of bands)
      for (const q2 of bands)
        for (const q3 of bands) {
          const groups = rest.groups.map((group) => ({
            ...group,
            n,
            participation: participationBand(n, 26, 5),
            cells: group.withheld === null ? { q1: { ...q1 }, q2: { ...q2 }, q3: { ...q3 } } : {},
          }));
          const guess = { ...rest, groups };
          yield { ...guess, hash: releaseHash(guess) };
        }
  }
}

describe("the hash of a release", () => {
  it("tells an unsalted release to whoever tries them all: the class's bands and its exact n", async () => {
    const release = await compiled(plan, ballots);
    const found = [...guesses(release)].filter(({ hash }) => hash === release.hash);
    expect(found).toEqual([release]);
  });

  it("tells nothing of a salted one", async () => {
    const release = await compiled(plan, ballots, { salt: SALT });
    expect([...guesses(release)].some(({ hash }) => hash === release.hash)).toBe(false);
  });

  it("is still what anybody with the file can check, and the salt changes nothing else", async () => {
    const release = await compiled(plan, ballots, { salt: SALT });
    expect(parseRelease(JSON.stringify(release))).toMatchObject({
      ok: true,
      release: { salt: SALT },
    });
    expect(parseRelease({ ...release, salt: "00".repeat(32) })).toMatchObject({
      code: "release-hash-mismatch",
    });
    expect(parseRelease({ ...release, salt: "short" })).toMatchObject({
      code: "release-wrong-shape",
    });
    expect(await compiled(plan, ballots, { salt: SALT })).toEqual(release);
    const plain = await compiled(plan, ballots);
    const { salt: _, ...rest } = { ...release, hash: plain.hash };
    expect(rest).toEqual(plain);
  });
});
