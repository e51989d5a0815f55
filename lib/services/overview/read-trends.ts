import { can } from "@/lib/access/can";
import { countClassesBySchool } from "@/lib/data/classes";
import { listSealedWaves } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import type { HistoryEntry } from "../insight/comparable-waves";
import { groupHistory, loadGroupWaves } from "../insight/group-over-waves";
import { ownScope } from "../insight/own-scope";
import type { SchoolChoice } from "./read-school-classes";

/** About a year of waves beside each other. */
const WAVES_BACK = 8;

/** What an address says in place of a school's id for the district as a whole. */
export const WHOLE_DISTRICT = "all";

export interface Trends {
  readonly schools: readonly SchoolChoice[];
  /** Null: the district as a whole. */
  readonly school: SchoolChoice | null;
  readonly unknownSchool: boolean;
  /** Whether the district as a whole can be chosen. */
  readonly district: boolean;
  /** Newest first; `classes`: how many of the group's classes were asked. */
  readonly waves: readonly (HistoryEntry & { readonly classes: number })[];
}

/** Belonging of the district, or of one school, over its last waves: those that may stand beside each other. */
export async function readTrends(
  context: ServiceContext,
  asked: string | undefined,
): Promise<Result<Trends, "forbidden" | "no-classes">> {
  const { actor } = context;
  if (!can(actor, "overview.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const schools = await countClassesBySchool(ownScope(actor));
  const district = actor.role === "district-administrator" && schools.length > 1;
  const named = schools.find(({ id }) => id === asked);
  const whole = asked === undefined || (district && asked === WHOLE_DISTRICT);
  const school = named ?? (district ? null : schools[0]);
  if (school === undefined) return failure("no-classes");
  return success({
    schools: schools.map(({ id, name }) => ({ id, name })),
    school: school === null ? null : { id: school.id, name: school.name },
    unknownSchool: !whole && named === undefined,
    district,
    waves: await wavesOf(school?.id ?? null),
  });
}

async function wavesOf(schoolId: string | null): Promise<Trends["waves"]> {
  const sealed = await listSealedWaves({ limit: WAVES_BACK });
  // A pulse of a few classes says something about them, not about the school.
  return groupHistory(await loadGroupWaves(sealed, schoolId));
}
