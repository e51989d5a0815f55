import { can } from "@/lib/access/can";
import { findMarginRoster } from "@/lib/data/asked-rosters";
import { findMargin } from "@/lib/data/margins";
import { findTakingPart } from "@/lib/data/participation";
import { listPeopleByIds } from "@/lib/data/people";
import { listCollectedPeople } from "@/lib/data/seats";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { readWaveOptions } from "@/lib/waves/read-options";
import type { ServiceContext } from "../context";

/** Who of a class has not collected ballots yet. */
export interface NotCollected {
  readonly waveTitle: string;
  readonly classTitle: string;
  readonly timeZone: string;
  readonly closesAt: Date;
  readonly rosterSize: number;
  /** By name, whatever order anybody collected in. */
  readonly students: readonly { readonly personId: string; readonly name: string }[];
}

/**
 * The students who have not collected a ballot yet, for the staff of the class, and only in a pulse with roster
 * sign-in: its students are told before they begin. "missing" for every other pulse, also one whose slips have names
 * because it counts demographics. Only while it is open: afterwards nobody can be reminded, and knowing is of no
 * more use.
 */
export async function listNotCollected(
  context: ServiceContext,
  target: { waveId: string; classId: string },
): Promise<Result<NotCollected, "missing">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  if (wave.state !== "open" || readWaveOptions(wave.options).admission !== "roster") {
    return failure("missing");
  }
  const [roster, collected] = await Promise.all([
    findMarginRoster(margin.id),
    listCollectedPeople(margin.id),
  ]);
  const done = new Set(collected);
  // Who takes no part any more is nobody to wait for, whether or not they have answered.
  const asked = await findTakingPart(roster);
  const left = roster.filter((id) => asked.has(id) && !done.has(id));
  const people = await listPeopleByIds(left);
  return success({
    waveTitle: wave.title,
    classTitle: margin.label,
    timeZone: wave.timeZone,
    closesAt: wave.closesAt,
    rosterSize: margin.rosterSize,
    students: people.map(({ id, givenName, familyName }) => ({
      personId: id,
      name: `${givenName} ${familyName}`.trim(),
    })),
  });
}
