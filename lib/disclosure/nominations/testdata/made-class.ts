import { MOST_NAMED, type Nomination } from "@/lib/ballots/wire/nomination";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";

/**
 * For tests: the nominations of a whole class, some popular, many returned.
 * @param mutual how often somebody named names back
 */
export function madeClass(students: number, mutual = 0.4, seed = "0badcafe"): Nomination[] {
  const random = seededRandom(seed);
  const rows = Array.from({ length: students }, () => new Set<number>());
  rows.forEach((row, from) => {
    const want = Math.floor(random() * (MOST_NAMED + 1));
    for (let tries = 0; row.size < want && tries < 100; tries += 1) {
      const to = Math.floor(students * random() ** 1.3);
      const other = rows[to];
      if (to === from || other === undefined) continue;
      row.add(to);
      if (random() < mutual && other.size < MOST_NAMED) other.add(from);
    }
  });
  return rows.map((row, at) => ({
    own: at + 1,
    named: [...row].map((to) => to + 1).sort((a, b) => a - b),
  }));
}
