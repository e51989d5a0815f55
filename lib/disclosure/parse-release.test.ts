import { describe, expect, it } from "vitest";
import { ReleasedBand } from "@/lib/disclosure/band";
import { releaseHash } from "@/lib/disclosure/compile";
import { parseRelease } from "@/lib/disclosure/parse-release";
import { bandOf, nearestShown } from "@/lib/disclosure/read-release";
import type { Release, ReleasedGroup } from "@/lib/disclosure/release-schema";
import { ballotsOf, compiled, planned } from "@/lib/disclosure/testdata/arbitrary-school";
import { Withheld } from "@/lib/disclosure/withheld";

const plan = planned([
  { class: "7A", school: "S1", grades: ["7"], rosterSize: 34 },
  { class: "7B", school: "S1", grades: ["7"], rosterSize: 8 },
  { class: "7C", school: "S1", grades: ["7"], rosterSize: 12 },
]);
const ballots = [
  ...ballotsOf("class:7A", 32, 20, 6),
  ...ballotsOf("class:7B", 8, 1),
  ...ballotsOf("class:7C", 11, 11),
];
const written = await compiled(plan, ballots);
const release = (): Release => structuredClone(written);

/** A forger who knows the format: changes the release and hashes it again. */
function forged(change: (release: Release) => void): unknown {
  const copy = structuredClone(release());
  change(copy);
  return { ...copy, hash: releaseHash(copy) };
}
function group(from: Release, id: string): ReleasedGroup {
  const found = from.groups.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no group ${id}`);
  return found;
}

describe("parseRelease", () => {
  it("accepts what the compiler wrote", () => {
    expect(parseRelease(release())).toMatchObject({ ok: true });
    expect(parseRelease(forged(() => undefined))).toMatchObject({ ok: true });
  });

  it("refuses what is not JSON, not a release, or changed without its hash", () => {
    expect(parseRelease("{")).toMatchObject({ code: "release-not-json" });
    for (const other of [
      "[]",
      null,
      undefined,
      3,
      {},
      { ...release(), extra: 1 },
      { ...release(), closedOn: "2026-05-08T10:00" },
    ]) {
      expect(parseRelease(other)).toMatchObject({ code: "release-wrong-shape" });
    }
    const hidden = JSON.stringify(release()).replace('"cells":{"', '"cells":{"__proto__":{},"');
    expect(parseRelease(hidden)).toMatchObject({ code: "release-wrong-shape" });
    expect(parseRelease({ ...release(), wave: "other" })).toMatchObject({
      code: "release-hash-mismatch",
    });
    expect(parseRelease({ ...release(), wave: "\ud800" })).toMatchObject({
      code: "release-hash-mismatch",
    });
  });

  it.each<[string, (r: Release) => void, string]>([
    ["a lowered k", (r) => (r.policy.k = 5), "release-policy-refused"],
    [
      "a narrowed band",
      (r) => (group(r, "class:7A").cells["q1"] = { lo: 20, hi: 20 }),
      "release-illegal-band",
    ],
    [
      "a shifted band",
      (r) => (group(r, "class:7A").cells["q1"] = { lo: 19, hi: 23 }),
      "release-illegal-band",
    ],
    [
      "three buckets, which nobody has audited",
      (r) => Object.assign(group(r, "class:7A"), { buckets: {} }),
      "release-wrong-shape",
    ],
    [
      "a cell in a hidden group",
      (r) => (group(r, "class:7B").cells["q1"] = { lo: 0, hi: 3 }),
      "release-groups-inconsistent",
    ],
    ["a missing cell", (r) => (group(r, "class:7A").cells = {}), "release-groups-inconsistent"],
    [
      "a shown group that must be hidden",
      (r) => {
        group(r, "class:7C").withheld = null;
        group(r, "class:7C").cells["q1"] = { lo: 8, hi: 11 };
      },
      "release-visibility-wrong",
    ],
    [
      "a hidden group that must be shown",
      (r) =>
        Object.assign(group(r, "class:7A"), {
          withheld: "fewer than 10 respondents",
          cells: {},
        }),
      "release-visibility-wrong",
    ],
    [
      "another reason",
      (r) => (group(r, "class:7C").withheld = "not enough data"),
      "release-visibility-wrong",
    ],
    [
      "participation that does not fit n",
      (r) => (group(r, "class:7A").participation.lo = 32),
      "release-groups-inconsistent",
    ],
    [
      "parts larger than the whole",
      (r) => (group(r, "class:7A").n = 400),
      "release-groups-inconsistent",
    ],
    [
      "a missing parent",
      (r) => (group(r, "class:7A").parent = "grade:none"),
      "release-groups-inconsistent",
    ],
  ])("refuses %s, though hashed again", (_name, change, code) => {
    const copy = structuredClone(release());
    change(copy);
    const clean = JSON.parse(JSON.stringify(copy)) as Release;
    expect(parseRelease({ ...clean, hash: releaseHash(clean) })).toMatchObject({
      ok: false,
      code: expect.stringContaining(code) as string,
    });
  });
});

describe("reading a release", () => {
  const { policy } = plan;

  it("gives a band for a shown group, a reason for a hidden one, null for an unknown item", () => {
    const band = bandOf(group(release(), "class:7A"), "q1", policy);
    expect(band).toBeInstanceOf(ReleasedBand);
    expect(band).toMatchObject({ lo: 17, hi: 20, n: 32 });
    const hidden = bandOf(group(release(), "class:7C"), "q1", policy);
    expect(hidden).toBeInstanceOf(Withheld);
    expect(hidden).toMatchObject({ reason: { code: "protects-smaller" } });
    expect(bandOf(group(release(), "class:7A"), "q9", policy)).toBeNull();
  });

  it("offers a hidden class its grade", () => {
    expect(nearestShown(release(), "class:7B")?.id).toBe("grade:S1/7");
    expect(nearestShown(release(), "class:7A")?.id).toBe("class:7A");
    expect(nearestShown(release(), "class:none")).toBeNull();
  });

  it("reads back every reason the compiler writes, and no other", () => {
    for (const reason of [
      { code: "few-respondents" },
      { code: "few-on-roster" },
      { code: "close-to-parent", parentLevel: "grade" },
      { code: "protects-smaller" },
    ] as const) {
      expect(Withheld.fromText(Withheld.because(reason, policy).text, policy)?.reason).toEqual(
        reason,
      );
    }
    expect(Withheld.fromText("fewer than 5 respondents", policy)).toBeNull();
  });
});
