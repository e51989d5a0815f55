import type { StaffActor } from "@/lib/access/actor";
import {
  type CollectedGroup,
  listCollectedGroups,
  listSchoolGrades,
} from "@/lib/data/cohort-cells";
import { listSchools } from "@/lib/data/classes";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";
import { listReachable, type ReachedCohort } from "./reach-cohort";

/** What an administrator can compare. */
export interface CohortChoices {
  /** Whether the district as a whole, and grades of all its schools, are theirs. */
  readonly wholeDistrict: boolean;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** By school, then grade. */
  readonly schoolGrades: readonly { readonly schoolId: string; readonly grade: string }[];
  readonly sets: readonly ReachedCohort[];
  readonly groups: readonly CollectedGroup[];
}

/**
 * Only what they may see is loaded: what is not in here is unknown to them, whether it is there or not.
 * @param waveIds where demographic groups are looked for.
 */
export async function loadChoices(
  context: ServiceContext,
  actor: StaffActor,
  waveIds: readonly string[],
): Promise<CohortChoices> {
  const { schoolIds } = ownScope(actor);
  const [schools, schoolGrades, sets, groups] = await Promise.all([
    listSchools(),
    listSchoolGrades(schoolIds ?? null),
    listReachable(context),
    listCollectedGroups(waveIds),
  ]);
  const mine = (id: string) => schoolIds === undefined || schoolIds.includes(id);
  return {
    wholeDistrict: schoolIds === undefined,
    schools: schools.filter(({ id }) => mine(id)).map(({ id, name }) => ({ id, name })),
    schoolGrades: schoolGrades.toSorted((a, b) =>
      a.grade.localeCompare(b.grade, "en", { numeric: true }),
    ),
    sets,
    groups: groups.filter(({ schoolId }) => mine(schoolId)),
  };
}
