import { findMarginRoster } from "@/lib/data/asked-rosters";
import { findGroupMargin, listCrossingMargins, type MarginRow } from "@/lib/data/margins";
import { findTakingPart } from "@/lib/data/participation";
import { listPeopleByIds } from "@/lib/data/people";
import type { WaveDetail } from "@/lib/data/waves";
import { nominationsGroup } from "@/lib/network/nomination-rules";
import { textGroup } from "@/lib/texts/publish-texts";
import { slipsByName } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";

/** A student on whose slip there is a name. */
export interface SlipOwner {
  readonly personId: string;
  readonly name: string;
  /** Margins of the student's demographic groups, of which there may be none. */
  readonly extraMargins: readonly string[];
}

/**
 * The students of a class by name, or null where slips are dealt by chance. Who takes no part any more gets no slip,
 * whether or not they have answered: their being left out says nothing of that.
 */
export async function slipOwners(wave: WaveDetail, margin: MarginRow): Promise<SlipOwner[] | null> {
  if (!slipsByName(readWaveOptions(wave.options))) return null;
  const roster = await findMarginRoster(margin.id);
  const asked = await findTakingPart(roster);
  const personIds = roster.filter((id) => asked.has(id));
  const [people, extra] = await Promise.all([
    listPeopleByIds(personIds),
    listCrossingMargins({ waveId: wave.id, personIds }),
  ]);
  return people.map(({ id, givenName, familyName }) => ({
    personId: id,
    name: `${givenName} ${familyName}`.trim(),
    extraMargins: extra.get(id) ?? [],
  }));
}

/** Margins for words of the class's school and for its nominations, if the wave has them: the same for every slip. */
export async function sharedMargins(wave: WaveDetail, margin: MarginRow): Promise<string[]> {
  const { words, nominations } = readWaveOptions(wave.options);
  const groups = [
    ...(words ? [textGroup(margin.schoolId)] : []),
    ...(nominations ? [nominationsGroup(margin.classId)] : []),
  ];
  const found = groups.map((groupId) => findGroupMargin({ waveId: wave.id, groupId }));
  return (await Promise.all(found)).flatMap((one) => one?.id ?? []);
}
