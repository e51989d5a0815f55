import type { z } from "zod";
import { ReleasedBand } from "@/lib/disclosure/band";
import { legalBands } from "@/lib/disclosure/band-count";
import { releaseHash } from "@/lib/disclosure/compile";
import { REASONS, type ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import { validatePolicy, type Policy } from "@/lib/disclosure/policy";
import { prune } from "@/lib/disclosure/prune";
import { LARGE_LEVELS } from "@/lib/disclosure/scale-reliability";
import {
  releaseSchema,
  type Release,
  type ReleasedCell,
  type ReleasedGroup,
} from "@/lib/disclosure/release-schema";
import { Withheld, type WithheldReason } from "@/lib/disclosure/withheld";
import { asksNominations, nominatorsNeeded } from "@/lib/network/nomination-rules";
import { participationBand } from "@/lib/waves/participation";

export type ReleaseRefusal = {
  readonly ok: false;
  readonly code:
    | "release-not-json"
    | "release-wrong-shape"
    | "release-hash-mismatch"
    | "release-policy-refused"
    | "release-groups-inconsistent"
    | "release-visibility-wrong"
    | "release-illegal-band";
  /** For an administrator: what is wrong, and where in the file. Holds no figure from the file. */
  readonly message: string;
};

/**
 * Reads a release, from text or from parsed JSON, and believes nothing in it: shape, hash, policy at or above
 * the floor, the pattern of hiding worked out again from n, and every cell one of the policy's own bands.
 * The hash alone would not do: whoever can alter the file can hash it again.
 */
export function parseRelease(
  input: unknown,
): { readonly ok: true; readonly release: Release; readonly policy: Policy } | ReleaseRefusal {
  const json = typeof input === "string" ? parseJson(input) : { value: input };
  if (json === null) return refuse("release-not-json", "the file is not JSON");
  if (hasPrototypeName(json.value)) {
    return refuse("release-wrong-shape", "the file has a member that is called __proto__");
  }
  const shaped = releaseSchema.safeParse(json.value);
  if (!shaped.success) return refuse("release-wrong-shape", whereShapeFails(shaped.error));
  const release = shaped.data;
  // Of the file itself: reading it may have filled in what older files leave out.
  if (!hashFits(json.value as Release)) {
    return refuse(
      "release-hash-mismatch",
      "the content does not match its hash: the file was changed",
    );
  }
  const checked = validatePolicy(release.policy);
  if (!checked.ok) return refuse("release-policy-refused", checked.message);
  const { policy } = checked;
  const refusal =
    checkVisibility(release, policy) ??
    checkGroups(release, policy) ??
    checkReliability(release, policy) ??
    checkNetworks(release, policy);
  return refusal ?? { ok: true, release, policy };
}

/** Such a member is in the file and its hash, and the schema would leave it out of what is checked. */
function hasPrototypeName(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasPrototypeName);
}

/** Runs pruning again on the file's own n: a group that pruning hides must be hidden, and for the same reason. */
function checkVisibility(release: Release, policy: Policy): ReleaseRefusal | null {
  let hidden;
  try {
    hidden = prune(
      release.groups.map(({ id, level, margin, parent, n, withheld }) => ({
        ...{ id, level, margin, parent, n },
        withheld: fixedReason(withheld, policy),
      })),
      policy,
    );
  } catch {
    return refuse(
      "release-groups-inconsistent",
      "the groups do not nest: ids, parents or n contradict each other",
    );
  }
  for (const { id, withheld } of release.groups) {
    const reason = hidden.get(id);
    const expected = reason === undefined ? null : Withheld.because(reason, policy).text;
    if (withheld !== expected) {
      return refuse("release-visibility-wrong", `${id}: shown or hidden against the rules`);
    }
  }
  return null;
}

/** Reasons that follow from the roster or from the audit: a file cannot show them, only give them. */
function fixedReason(withheld: string | null, policy: Policy): WithheldReason | null {
  const reason = withheld === null ? null : Withheld.fromText(withheld, policy)?.reason;
  switch (reason?.code) {
    case "few-on-roster":
    case "crosses-closely":
    case "degraded":
      return reason;
    default:
      return null;
  }
}

function checkGroups(release: Release, policy: Policy): ReleaseRefusal | null {
  const itemIds = release.items.map((item) => item.id);
  for (const group of release.groups) {
    const refusal = checkParticipation(group, policy) ?? checkCells(group, itemIds, policy);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Of shown schools and districts with enough respondents, each once. */
function checkReliability({ groups, reliability }: Release, policy: Policy): ReleaseRefusal | null {
  const seen = new Set<string>();
  for (const { group: id } of reliability ?? []) {
    const group = groups.find((one) => one.id === id);
    const allowed =
      group?.withheld === null &&
      LARGE_LEVELS.has(group.level) &&
      group.n >= policy.reliabilityFrom &&
      !seen.has(id);
    if (!allowed) {
      return refuse("release-groups-inconsistent", `${id}: reliability against the rules`);
    }
    seen.add(id);
  }
  return null;
}

/** Of shown classes that are large enough, each once, with bands of the policy for their roster. */
function checkNetworks({ groups, network }: Release, policy: Policy): ReleaseRefusal | null {
  const seen = new Set<string>();
  for (const entry of network ?? []) {
    const id = entry.group;
    const group = groups.find((one) => one.id === id);
    const seats = group?.participation.seats ?? 0;
    const allowed =
      group?.withheld === null &&
      group.level === "class" &&
      asksNominations(seats, policy) &&
      !seen.has(id);
    if (!allowed || !isNetwork(entry, seats, policy)) {
      return refuse("release-groups-inconsistent", `${id}: network against the rules`);
    }
    seen.add(id);
  }
  return null;
}

function isNetwork(entry: ReleasedNetwork, seats: number, policy: Policy): boolean {
  const needed = nominatorsNeeded(seats, policy);
  if (entry.withheld !== null) {
    return [REASONS.fewTookPart(needed, seats), REASONS.wouldTell].includes(entry.withheld);
  }
  const { respondents } = entry;
  const bins = Object.values(entry.inDegree);
  return (
    entry.seats === seats &&
    respondents.hi >= needed &&
    [respondents, ...bins].every((band) => isOneBand(band, seats, policy)) &&
    bins.reduce((sum, band) => sum + band.lo, 0) <= respondents.hi &&
    bins.reduce((sum, band) => sum + band.hi, 0) >= respondents.lo
  );
}

function isOneBand(band: Range, n: number, policy: Policy): boolean {
  return legalBands(n, policy).some(({ lo, hi }) => lo === band.lo && hi === band.hi);
}

function checkParticipation(group: ReleasedGroup, policy: Policy): ReleaseRefusal | null {
  const { lo, hi, seats } = group.participation;
  const expected = participationBand(group.n, seats, policy.participationBlock);
  if (lo === expected.lo && hi === expected.hi) return null;
  return refuse("release-groups-inconsistent", `${group.id}: participation does not fit n`);
}

function checkCells(
  group: ReleasedGroup,
  itemIds: readonly string[],
  policy: Policy,
): ReleaseRefusal | null {
  const expected = group.withheld === null ? itemIds : [];
  if (!sameIds(Object.keys(group.cells), expected)) {
    return refuse(
      "release-groups-inconsistent",
      `${group.id}: cells are missing or should not be there`,
    );
  }
  for (const itemId of expected) {
    const cell = group.cells[itemId];
    if (cell === undefined || !isLegalCell(cell, group.n, policy)) {
      return refuse(
        "release-illegal-band",
        `${group.id}, ${itemId}: not a band that the policy allows`,
      );
    }
  }
  return null;
}

function hashFits(release: Release): boolean {
  try {
    return releaseHash(release) === release.hash;
  } catch {
    return false; // text without a canonical form, which the compiler cannot have hashed
  }
}

type Range = { readonly lo: number; readonly hi: number };

/** One band of favourable answers, and in larger groups perhaps all three buckets that could add up to n. */
function isLegalCell({ lo, hi, buckets }: ReleasedCell, n: number, policy: Policy): boolean {
  if (!isLegal({ lo, hi, n }, policy)) return false;
  if (buckets === undefined) return true;
  const all = [buckets.unfavourable, buckets.neutral, buckets.favourable];
  return (
    n >= policy.threeBucketsFrom &&
    buckets.favourable.lo === lo &&
    buckets.favourable.hi === hi &&
    all.every((band) => isLegal({ ...band, n }, policy)) &&
    all.reduce((sum, band) => sum + band.lo, 0) <= n &&
    all.reduce((sum, band) => sum + band.hi, 0) >= n
  );
}

function isLegal(cell: Range & { readonly n: number }, policy: Policy): boolean {
  try {
    ReleasedBand.fromCell(cell, policy);
    return true;
  } catch {
    return false;
  }
}

function sameIds(found: readonly string[], expected: readonly string[]): boolean {
  return found.length === expected.length && expected.every((id) => found.includes(id));
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

function whereShapeFails(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue === undefined ? "" : issue.path.map(String).join(".");
  return `not a hearth-release/1 file${where === "" ? "" : `: look at ${where}`}`;
}

function refuse(code: ReleaseRefusal["code"], message: string): ReleaseRefusal {
  return { ok: false, code, message };
}
