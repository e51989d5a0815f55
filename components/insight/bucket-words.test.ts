import { describe, expect, it } from "vitest";
import { ReleasedBand } from "@/lib/disclosure/band";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { bucketWords } from "./bucket-words";

/** Of 30 respondents: 0–3, 4–8, 9–12, 13–17, 18–21, 22–26, 27–30 or as the policy has it. */
const band = (lo: number, hi: number) => ReleasedBand.fromCell({ lo, hi, n: 30 }, FLOOR_POLICY);

describe("three buckets in words", () => {
  it("says each as a band, rounded outwards", () => {
    const words = bucketWords(band(0, 3), { neutral: band(0, 3), unfavourable: band(27, 30) });
    expect(words).toBe("0–10% favourable, 0–10% neutral or no answer, 90–100% unfavourable");
  });

  it("says only what the release has", () => {
    expect(bucketWords(band(27, 30), null)).toBe("90–100% favourable");
  });
});
