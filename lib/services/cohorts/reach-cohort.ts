import { can } from "@/lib/access/can";
import { type ClassRow, listClasses } from "@/lib/data/classes";
import { type CohortRow, findCohort, listCohorts } from "@/lib/data/cohorts";
import type { Tx } from "@/lib/data/client";
import type { ServiceContext } from "../context";

/** A saved set that its reader may see, with what has become of its classes. */
export interface ReachedCohort extends CohortRow {
  /** Those still on the roster, by school and title. */
  readonly classes: readonly ClassRow[];
  /** How many of those that were saved are not on the roster any more. */
  readonly gone: number;
}

/** The saved sets all of whose classes are of the actor's schools, by name. */
export async function listReachable(context: ServiceContext): Promise<ReachedCohort[]> {
  return reachable(context, await listCohorts());
}

/** One of them; null where it is not there, or not theirs to see. */
export async function reachCohort(
  context: ServiceContext,
  id: string,
  tx?: Tx,
): Promise<ReachedCohort | null> {
  const row = await findCohort(id, tx);
  return row === null ? null : ((await reachable(context, [row]))[0] ?? null);
}

/** Both the schools of then and those of now must be theirs: a class may have moved since. */
async function reachable(
  { actor }: ServiceContext,
  rows: readonly CohortRow[],
): Promise<ReachedCohort[]> {
  const own = rows.filter(({ schoolIds }) => can(actor, "cohort.read", { schoolIds }).allowed);
  const ids = [...new Set(own.flatMap(({ classIds }) => classIds))];
  const classes = ids.length === 0 ? [] : await listClasses({ ids });
  return own.flatMap((row) => {
    const wanted = new Set(row.classIds);
    const left = classes.filter(({ id }) => wanted.has(id));
    const schoolIds = [...new Set(left.map(({ schoolId }) => schoolId))];
    if (schoolIds.length > 0 && !can(actor, "cohort.read", { schoolIds }).allowed) return [];
    return [{ ...row, classes: left, gone: wanted.size - left.length }];
  });
}
