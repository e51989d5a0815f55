import loadHighs from "highs";
import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { planHash } from "@/lib/disclosure/plan";
import type { Release } from "@/lib/disclosure/release-schema";
import { ballotsOf, compiled, planned } from "@/lib/disclosure/testdata/arbitrary-school";
import { type SeededOptions, seededSchool } from "@/lib/disclosure/testdata/seeded-school";
import { attackRelease } from "@/lib/verification/attack/attack-release";
import { hashWithoutHash } from "@/lib/verification/canonical-text";
import type { ReleaseFile } from "@/lib/verification/release-file";
import { type Verdict, verifyRelease } from "@/lib/verification/verify-release";

const highs = await loadHighs();

/** For tests: what the verifier says of a release, read from its text. */
export function verdictOn(release: unknown): Verdict {
  return verdictOnText(JSON.stringify(release));
}

export function verdictOnText(text: string): Verdict {
  return verifyRelease(text, JSON.parse(text), highs);
}

/** For tests: whether the attack proves something when every group without parts is attacked alone. */
export function leaksPieceByPiece(release: ReleaseFile): boolean {
  return attackRelease(release, highs, 1).finding !== null;
}

/** For tests: a seeded school through the real compiler. */
export async function releaseOf(options: SeededOptions): Promise<ReleaseFile> {
  const { plan, tallies, respondents } = seededSchool(options);
  const release = await compileRelease({
    plan,
    planHash: planHash(plan),
    tallies,
    respondents: [respondents],
    wave: null,
    instrument: null,
    closedOn: null,
    // As a wave has.
    salt: "5a".repeat(32),
    solver: await highsSolver(),
  });
  return asFile(release);
}

/** For tests: one grade of classes with so many respondents and favourable answers, compiled. */
export async function gradeOf(
  ...classes: readonly (readonly [n: number, favourable: number])[]
): Promise<ReleaseFile> {
  const rows = classes.map(([n], at) => ({
    class: `7${"ABCDEFG".charAt(at)}`,
    school: "S1",
    grades: ["7"],
    rosterSize: n,
  }));
  const ballots = classes.flatMap(([n, favourable], at) =>
    ballotsOf(`class:7${"ABCDEFG".charAt(at)}`, n, favourable),
  );
  return asFile(await compiled(planned(rows), ballots));
}

export function asFile(release: Release): ReleaseFile {
  return JSON.parse(JSON.stringify(release)) as ReleaseFile;
}

type Change = (release: ReleaseFile) => void;

/** For tests: a changed copy whose hash fits, as a forger would make it. */
export function forged(release: ReleaseFile, change: Change): ReleaseFile {
  const copy = structuredClone(release);
  change(copy);
  copy.hash = hashWithoutHash(copy);
  return copy;
}

/** For tests: a group of a release to change. */
export function groupIn(release: ReleaseFile, id: string): ReleaseFile["groups"][number] {
  const group = release.groups.find((each) => each.id === id);
  if (group === undefined) throw new Error(`no group ${id}`);
  return group;
}

/** For tests: other bands of favourable answers, by group, and no other buckets anywhere. */
export function withBands(
  release: ReleaseFile,
  bands: Readonly<Record<string, readonly [lo: number, hi: number]>>,
): ReleaseFile {
  return forged(release, ({ groups }) => {
    for (const { id, cells } of groups) {
      const [lo, hi] = bands[id] ?? [];
      for (const [item, cell] of Object.entries(cells))
        cells[item] = { lo: lo ?? cell.lo, hi: hi ?? cell.hi };
    }
  });
}
