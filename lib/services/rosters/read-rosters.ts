import { listDimensions } from "@/lib/data/demographics";
import { type ImportRunRow, listImportRuns } from "@/lib/data/imports";
import { countRoster, type RosterCounts } from "@/lib/data/rosters";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";

export interface RosterOverview {
  readonly counts: RosterCounts;
  /** Demographics that the district keeps, by name. */
  readonly dimensions: readonly string[];
  readonly waiting: readonly (ImportRunRow & { accountName: string | null })[];
  readonly applied: readonly (ImportRunRow & { accountName: string | null })[];
}

/** What the roster holds, what waits to be looked at, and the last imports. */
export async function readRosters(
  context: ServiceContext,
): Promise<Result<RosterOverview, "forbidden">> {
  if (importerOf(context.actor, "roster") === null) return failure("forbidden");
  const kinds = ["roster"] as const;
  return success({
    counts: await countRoster(),
    dimensions: (await listDimensions()).map(({ dimension }) => dimension),
    waiting: await listImportRuns({ kinds, state: "staged", limit: 20 }),
    applied: await listImportRuns({ kinds, state: "applied", limit: 20 }),
  });
}
