import { listCategories } from "@/lib/data/demographics";
import { type ImportRunRow, listImportRuns } from "@/lib/data/imports";
import { countRoster } from "@/lib/data/rosters";
import { failure, type Result, success } from "@/lib/result";
import type { DimensionReport } from "@/lib/roster/demographics/read-demographics";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";

export interface DemographicsOverview {
  /** Students on the roster now. */
  readonly students: number;
  readonly dimensions: readonly DimensionReport[];
  readonly waiting: readonly (ImportRunRow & { accountName: string | null })[];
  readonly applied: readonly (ImportRunRow & { accountName: string | null })[];
}

/** Which demographics the district holds, what waits to be looked at, and the last imports. */
export async function readDemographicsOverview(
  context: ServiceContext,
): Promise<Result<DemographicsOverview, "forbidden">> {
  if (importerOf(context.actor, "demographics") === null) return failure("forbidden");
  const kinds = ["demographics"] as const;
  const byName = new Map<string, { category: string; students: number }[]>();
  for (const { dimension, ...row } of await listCategories()) {
    byName.set(dimension, [...(byName.get(dimension) ?? []), row]);
  }
  return success({
    students: (await countRoster()).students,
    dimensions: [...byName].map(([name, categories]) => ({
      name,
      categories: categories.sort((a, b) => b.students - a.students),
      students: categories.reduce((sum, row) => sum + row.students, 0),
    })),
    waiting: await listImportRuns({ kinds, state: "staged", limit: 20 }),
    applied: await listImportRuns({ kinds, state: "applied", limit: 20 }),
  });
}
