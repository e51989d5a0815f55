import { numberStudents } from "@/lib/ballots/server/number-students";
import { findNominationsRoster } from "@/lib/data/margins";
import { findTakingPart } from "@/lib/data/participation";
import { listPeopleByIds } from "@/lib/data/people";
import { pseudonymKey } from "@/lib/server/signing-keys";

/** A student on the list of their class, with the number that stands for them in this wave's nominations. */
export interface Classmate {
  readonly number: number;
  readonly name: string;
}

/**
 * The list of a class that is asked for nominations, by name; null of any other. Numbers are worked out anew each time
 * from the wave's key: no table, log or cache holds them. Whose family has said no since the wave was planned is left
 * out; the others keep their numbers.
 */
export async function listClassmates(seat: {
  readonly waveId: string;
  readonly marginId: string;
}): Promise<readonly Classmate[] | null> {
  const roster = await findNominationsRoster(seat);
  if (roster === null) return null;
  const [key, people, asked] = await Promise.all([
    pseudonymKey(seat.waveId),
    listPeopleByIds(roster),
    findTakingPart(roster),
  ]);
  if (key === null) return null;
  const numbers = numberStudents(key, roster);
  return people
    .filter(({ id }) => asked.has(id))
    .map(({ id, givenName, familyName }) => ({
      number: numbers.get(id) ?? 0,
      name: `${givenName} ${familyName}`.trim(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.number - b.number);
}
