import { numberStudents } from "@/lib/ballots/server/number-students";
import { findNominationsRoster } from "@/lib/data/margins";
import { listPeopleByIds } from "@/lib/data/people";
import { pseudonymKey } from "@/lib/server/signing-keys";

/** A student on the list of their class, with the number that stands for them in this wave's nominations. */
export interface Classmate {
  readonly number: number;
  readonly name: string;
}

/**
 * The list of a class that is asked for nominations, by name; null of any other. Numbers are worked out anew each time
 * from the wave's key: no table, log or cache holds them.
 */
export async function listClassmates(seat: {
  readonly waveId: string;
  readonly marginId: string;
}): Promise<readonly Classmate[] | null> {
  const roster = await findNominationsRoster(seat);
  if (roster === null) return null;
  const [key, people] = await Promise.all([pseudonymKey(seat.waveId), listPeopleByIds(roster)]);
  if (key === null) return null;
  const numbers = numberStudents(key, roster);
  return people
    .map(({ id, givenName, familyName }) => ({
      number: numbers.get(id) ?? 0,
      name: `${givenName} ${familyName}`.trim(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.number - b.number);
}
