import { describe, expect, it } from "vitest";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import { planMargins } from "@/lib/disclosure/plan-wave";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { networkSchema } from "@/lib/disclosure/release-schema";
import { networkMeasures } from "@/lib/network/network-measures";
import { nominatedTies } from "@/lib/network/nominated-ties";
import { nominationsGroup } from "@/lib/network/nomination-rules";
import { NominationCount } from "./nomination-count";
import type { ReleasedNetwork } from "./released-network";
import { madeClass } from "./testdata/made-class";

const SIZES = { A: 24, B: 20, C: 18 };
const HASH = "ab".repeat(32);

const planned = planMargins({
  classes: Object.entries(SIZES).map(([id, rosterSize]) => ({
    ...{ class: id, school: "S1", grades: ["7"], rosterSize },
    students: [{ categories: [], size: rosterSize }],
  })),
  district: null,
  dimensions: [],
  items: [{ kind: "question", id: "q", favourable: [4, 5], unfavourable: [1, 2] }],
  policy: FLOOR_POLICY,
});
if (!planned.ok) throw new Error(planned.message);
const { plan } = planned;

async function released(
  ballots: Readonly<Record<string, readonly Nomination[]>>,
): Promise<readonly ReleasedNetwork[]> {
  const count = new NominationCount(["class:A", ...Object.keys(ballots).map(nominationsGroup)]);
  for (const [id, own] of Object.entries(ballots)) {
    for (const one of own) count.add(nominationsGroup(id), one);
  }
  return count.released(plan, HASH);
}

describe("nominations of a wave", () => {
  it("become rounded figures and bands, the same in whatever order ballots were opened", async () => {
    const ballots = madeClass(SIZES.A);
    const [network] = await released({ A: ballots });
    const exact = networkMeasures(nominatedTies(ballots, SIZES.A));
    expect(networkSchema.parse(network)).toEqual(network);
    if (network?.withheld !== null) throw new Error("withheld");
    expect(network).toMatchObject({ group: "class:A", seats: 24, respondents: { lo: 21, hi: 24 } });
    expect(Math.abs(network.density - exact.density!)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(network.reciprocity - exact.reciprocity!)).toBeLessThanOrEqual(0.05);
    const { centralization } = network;
    expect(Math.abs(centralization - exact.degreeCentralization!)).toBeLessThanOrEqual(0.025);
    // A count of those whom nobody named is never exact, nor is that of those who took part.
    for (const { lo, hi } of [network.respondents, ...Object.values(network.inDegree)]) {
      expect(hi - lo).toBeGreaterThanOrEqual(3);
    }
    expect(await released({ A: ballots.toReversed() })).toEqual([network]);
  }, 60_000);

  it("say why there are none, without how many there were", async () => {
    const few = madeClass(SIZES.B).slice(0, 15);
    const fewer = few.slice(0, 2);
    const silent = Array<Nomination>(SIZES.B).fill({ own: null, named: [] });
    const reason = [{ group: "class:B", withheld: "fewer than 16 of 20 students took part" }];
    for (const ballots of [few, fewer, silent, []]) {
      expect(await released({ B: ballots })).toEqual(reason);
    }
  });

  it("are withheld where figures would tell, also where nobody named anybody", async () => {
    const nobody = Array.from({ length: SIZES.C }, (_, at) => ({ own: at + 1, named: [] }));
    expect(await released({ C: nobody })).toEqual([
      { group: "class:C", withheld: "the figures together would tell who named whom" },
    ]);
  });

  it("are of classes that were asked, and of no other margin", async () => {
    const count = new NominationCount(["class:A", "text:S1", nominationsGroup("B")]);
    expect(
      ["class:A", "text:S1", nominationsGroup("B")].map((group) => count.takes(group)),
    ).toEqual([false, false, true]);
    count.add("class:A", { own: 1, named: [2] });
    expect((await count.released(plan, HASH)).map(({ group }) => group)).toEqual(["class:B"]);
  });
});
