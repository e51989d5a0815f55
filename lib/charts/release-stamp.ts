import type { Policy } from "@/lib/disclosure/policy";

/** What a figure is from, so that it can be checked later: pulse, day of the seal, release hash, policy. */
export function releaseStamp(wave: {
  readonly title: string;
  readonly sealedOn: Date;
  readonly releaseHash: string;
  readonly policy: Policy;
}): string {
  const day = wave.sealedOn.toISOString().slice(0, 10);
  const { version, k } = wave.policy;
  return `${wave.title}, sealed ${day}. Release ${wave.releaseHash}. Policy ${version}, at least ${String(k)} respondents.`;
}
