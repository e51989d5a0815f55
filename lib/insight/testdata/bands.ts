import { ReleasedBand } from "@/lib/disclosure/band";
import { bandCount } from "@/lib/disclosure/band-count";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { Withheld } from "@/lib/disclosure/withheld";

/** For tests: the bands a release would hold for these counts of favourable answers, through the real policy. */
export function bandsOf(counts: readonly number[], n: number): ReleasedBand[] {
  return counts.map((count) =>
    ReleasedBand.fromCell({ ...bandCount(count, n, FLOOR_POLICY), n }, FLOOR_POLICY),
  );
}

/** For tests: what stands in place of a class with too few respondents. */
export const tooFew = Withheld.because({ code: "few-respondents" }, FLOOR_POLICY);
