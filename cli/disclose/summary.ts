import type { Release } from "@/lib/disclosure/release-schema";

/** What `--json` prints. Holds nothing that the release does not. */
export interface DiscloseSummary {
  readonly ok: true;
  /** The file as the person named it, or null if none was written. */
  readonly out: string | null;
  readonly hash: string;
  readonly planHash: string;
  readonly rows: number;
  readonly hierarchy: readonly string[];
  readonly demographics: readonly string[];
  readonly items: readonly string[];
  readonly groups: {
    readonly planned: number;
    readonly shown: number;
    /** By reason, in words. */
    readonly withheld: Readonly<Record<string, number>>;
  };
  readonly audit: Release["audit"];
}

export function summaryOf(
  release: Release,
  survey: Pick<DiscloseSummary, "out" | "rows" | "hierarchy" | "demographics">,
): DiscloseSummary {
  const withheld = new Map<string, number>();
  for (const { withheld: reason } of release.groups)
    if (reason !== null) withheld.set(reason, (withheld.get(reason) ?? 0) + 1);
  const hidden = [...withheld.values()].reduce((sum, count) => sum + count, 0);
  return {
    ok: true,
    out: survey.out,
    hash: release.hash,
    planHash: release.planHash,
    rows: survey.rows,
    hierarchy: survey.hierarchy,
    demographics: survey.demographics,
    items: release.items.map(({ id }) => id),
    groups: {
      planned: release.groups.length,
      shown: release.groups.length - hidden,
      withheld: Object.fromEntries([...withheld].sort(([, a], [, b]) => b - a)),
    },
    audit: release.audit,
  };
}

/** The same for a person. */
export function summaryText(summary: DiscloseSummary): string {
  const { groups, audit } = summary;
  const rung = "rung" in audit ? ` at rung ${String(audit["rung"])}` : "";
  return [
    `Wrote ${summary.out ?? "nothing"}: ${summary.rows} respondents, items ${summary.items.join(", ")}.`,
    understood(summary),
    `Groups: ${groups.planned} planned, ${groups.shown} shown.`,
    ...Object.entries(groups.withheld).map(([reason, count]) => `  ${count} withheld: ${reason}`),
    `Audit: ${audit.status}${rung}.`,
    `Hash: ${summary.hash}`,
    `Plan: ${summary.planHash}`,
    "",
  ].join("\n");
}

/** `Hierarchy: school > grade > class. Demographics: gender.` */
export function understood(survey: Pick<DiscloseSummary, "hierarchy" | "demographics">): string {
  const { hierarchy, demographics } = survey;
  const others = demographics.length === 0 ? "none" : demographics.join(", ");
  return `Hierarchy: ${hierarchy.join(" > ")}. Demographics: ${others}.`;
}
