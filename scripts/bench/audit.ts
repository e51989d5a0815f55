import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { planHash } from "@/lib/disclosure/plan";
import {
  type SeededOptions,
  type SeededSchool,
  seededSchool,
} from "@/lib/disclosure/testdata/seeded-school";

import { type Figure, percentiles } from "./figure";

const SEEDS = 10;
const ITEMS = 10;
/** The sizes that the district's growth is read from. */
const DISTRICTS = [5, 10, 20];

/**
 * The compiler with its audit, in one process on one core: a school of 510 students in 24 classes, question by
 * question, and districts of such schools.
 */
export async function benchAudit(): Promise<Figure[]> {
  await compiled(seededSchool({ seed: 0, students: 60, classes: 3, grades: 1 }));
  const alone = await schools("classes, grades and school", {});
  const crossed = await schools("two demographics besides", { demographics: true });
  const districts: Figure[] = [];
  for (const count of DISTRICTS) districts.push(await district(count));
  return [...alone, ...crossed, ...districts];
}

async function schools(what: string, options: Partial<SeededOptions>): Promise<Figure[]> {
  const times: number[] = [];
  let lost = 0;
  const rungs = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const school = seededSchool({ seed, ...options });
    const { milliseconds, release } = await compiled(school);
    times.push(milliseconds);
    lost += Number(release.audit["lost"]);
    rungs.add(String(release.audit["rung"]));
  }
  return [
    {
      what: `A question of a school of 510 students: ${what}`,
      result: `${percentiles(times)}, at most ${Math.max(...times).toFixed(0)} ms (${SEEDS} schools)`,
    },
    {
      what: `Groups lost beyond pruning: ${what}`,
      result: `${lost}; rungs: ${[...rungs].join(", ")}`,
    },
  ];
}

async function district(count: number): Promise<Figure> {
  const of = { seed: 1, schools: count, students: 500, items: ITEMS, demographics: true };
  const { milliseconds, release } = await compiled(seededSchool(of));
  return {
    what: `A district of ${count} schools of 500 students, ${ITEMS} questions, two demographics`,
    result: `${(milliseconds / 1000).toFixed(1)} s, ${(milliseconds / count / ITEMS).toFixed(0)} ms a school and question; rung ${String(release.audit["rung"])}, ${String(release.audit["lost"])} groups lost`,
  };
}

async function compiled(school: SeededSchool) {
  const solver = await highsSolver();
  const began = performance.now();
  const release = await compileRelease({
    plan: school.plan,
    planHash: planHash(school.plan),
    tallies: school.tallies,
    respondents: [school.respondents],
    wave: null,
    instrument: null,
    closedOn: null,
    solver,
  });
  return { milliseconds: performance.now() - began, release };
}
