import { hashWithoutHash } from "@/lib/verification/canonical-text";
import type { FileBand, FileGroup, ReleaseFile } from "@/lib/verification/release-file";

export type MadeGroup = { readonly n: number; readonly band: FileBand };

type MadeSchool = {
  readonly whole: MadeGroup;
  readonly classes: readonly MadeGroup[];
  readonly genders: readonly MadeGroup[];
  /** Seats without a ballot. */
  readonly empty?: number;
};

/** For tests: a release of one school with classes and genders, written by hand from docs/release-format.md. */
export function madeFile({ whole, classes, genders, empty = 0 }: MadeSchool): ReleaseFile {
  const school = groupOf("school:S", "school", "class", { school: "S" }, null, whole, empty);
  const parts = classes.map((made, at) => {
    const name = "ABCDEF".charAt(at);
    const by = { school: "S", class: name };
    return groupOf(`class:${name}`, "class", "class", by, school.id, made, 0);
  });
  const crossing = genders.map((made, at) => {
    const by = { school: "S", gender: "FMX".charAt(at) };
    const id = `school:S&gender=${by.gender}`;
    return groupOf(id, "school/gender", "gender", by, school.id, made, 0);
  });
  const file: ReleaseFile = {
    format: "hearth-release/1",
    wave: null,
    instrument: null,
    closedOn: null,
    policy: {
      version: "hearth-policy/1",
      k: 10,
      tail: 3,
      width: 4,
      narrowWidth: 3,
      remainder: 10,
      threeBucketsFrom: 30,
      participationBlock: 5,
      reliabilityFrom: 100,
    },
    planHash: "0".repeat(64),
    audit: { status: "not-run" },
    items: [{ kind: "question", id: "q1", favourable: [4, 5], unfavourable: [1, 2] }],
    groups: [school, ...parts, ...crossing],
    hash: "",
  };
  return { ...file, hash: hashWithoutHash(file) };
}

function groupOf(
  id: string,
  level: string,
  margin: string,
  by: Record<string, string>,
  parent: string | null,
  { n, band }: MadeGroup,
  empty: number,
): FileGroup {
  const lo = n - (n % 5);
  const seats = n + empty;
  const participation = { lo, hi: Math.min(lo + 4, seats), seats };
  return { id, level, margin, by, parent, n, participation, withheld: null, cells: { q1: band } };
}
