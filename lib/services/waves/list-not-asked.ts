import { can } from "@/lib/access/can";
import { listClassRosters } from "@/lib/data/classes";
import { findMarginRoster } from "@/lib/data/asked-rosters";
import { findMargin } from "@/lib/data/margins";
import { findTakingPart } from "@/lib/data/participation";
import { listPeopleByIds } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

export interface NotAsked {
  readonly names: readonly string[];
  /** How many of them the wave was planned with: a sheet by name has so many slips fewer. */
  readonly planned: number;
}

/**
 * Names of the students of a class who take no part, for whoever deals its slips: those of the roster as it is now and
 * those the wave was planned with. Whether one of them has answered already is not said.
 */
export async function listNotAsked(
  context: ServiceContext,
  target: { readonly waveId: string; readonly classId: string },
): Promise<Result<NotAsked, "missing">> {
  const margin = await findMargin(target);
  if (margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  const [planned, now] = await Promise.all([
    findMarginRoster(margin.id),
    listClassRosters([target.classId]),
  ]);
  const ids = [...new Set([...planned, ...(now.get(target.classId) ?? [])])];
  const asked = await findTakingPart(ids);
  const people = await listPeopleByIds(ids.filter((id) => !asked.has(id)));
  return success({
    names: people.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
    planned: planned.filter((id) => !asked.has(id)).length,
  });
}
