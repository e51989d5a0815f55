import { listSealedWaves } from "@/lib/data/waves";
import { listWaveReach } from "@/lib/data/wave-reach";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { Change } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { comparedOf, type ConstructFigure } from "@/lib/insight/construct-figure";
import { mainWaves } from "@/lib/insight/main-waves";
import { type StrengthsAndTry, strengthsAndTry } from "@/lib/insight/strengths-and-try";
import { compareCohort } from "@/lib/waves/compare";
import { type Participation, type ParticipationLevel, shownLevel } from "@/lib/waves/participation";
import type { ReadWave } from "./class-figures";
import { changeSinceLast } from "./comparable-waves";
import { constructsOf } from "./construct-figures";
import { loadGroupWaves } from "./group-over-waves";

/** How far back the pulse before is looked for. */
const WAVES_BACK = 20;

/** A school, by its id, or the district as a whole. */
export type LargerScope = { readonly schoolId: string } | "district";

/** What the release of the last pulse says of a school or the district, and what changed since the one before. */
export interface GroupPulse {
  readonly wave: ReadWave;
  readonly belonging: GroupBelonging | Withheld;
  readonly participation: Participation;
  readonly level: ParticipationLevel;
  readonly constructs: readonly ConstructFigure[];
  readonly strengths: StrengthsAndTry;
  /** Null when there was no pulse before, or one of the two is withheld. */
  readonly change: Change | null;
  /** Whether there was a pulse before. */
  readonly hasBefore: boolean;
}

/** The last pulse that asked most of the group's classes; null before the first. */
export async function loadGroupPulse(scope: LargerScope): Promise<GroupPulse | null> {
  const schools = scope === "district" ? {} : { schoolIds: [scope.schoolId] };
  const reach = mainWaves(await listWaveReach({ ...schools, limit: WAVES_BACK })).slice(0, 2);
  const ids = reach.map(({ waveId }) => waveId);
  if (ids.length === 0) return null;
  const schoolId = scope === "district" ? null : scope.schoolId;
  const [now, before] = await loadGroupWaves(await listSealedWaves({ ids }), schoolId);
  if (now === undefined || now.wave.id !== ids[0]) return null;
  const { wave, row, belonging } = now;
  const participation = { ...row.participation, seats: row.rosterSize };
  const constructs = constructsOf(row, wave);
  const pair = before === undefined ? [now] : [now, before];
  return {
    ...{ wave, belonging, participation, constructs },
    level: shownLevel(participation),
    strengths: strengthsAndTry(comparedOf(constructs)),
    change: changeSinceLast(pair, (earlier, later) =>
      compareCohort(earlier, later, wave.policy.remainder),
    ),
    hasBefore: pair.length > 1,
  };
}
