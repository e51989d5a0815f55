/**
 * `npm run sweep -- SCHOOLS [FIRST SEED]`: compiles and audits that many schools of invented students, of any size and
 * every temper, and counts what the audit refused. Takes about a second a school on one core.
 */
import { compileRelease } from "@/lib/disclosure/compile";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { planHash } from "@/lib/disclosure/plan";
import { responsePatterns } from "@/lib/disclosure/response-patterns";
import { type SeededOptions, seededSchool } from "@/lib/disclosure/testdata/seeded-school";
import { sha256Hex } from "@/lib/sha256";

const schools = Number(process.argv[2] ?? "100");
const first = Number(process.argv[3] ?? "1");
const solver = await highsSolver();
const rungs = new Map<string, number>();
let lost = 0;
let groups = 0;

for (let seed = first; seed < first + schools; seed += 1) {
  const options = anySchool(seed);
  const school = seededSchool(options);
  const hash = planHash(school.plan);
  const patterns = options.demographics === true;
  const release = await compileRelease({
    plan: school.plan,
    planHash: hash,
    tallies: school.tallies,
    respondents: patterns
      ? responsePatterns(school.plan, school.tallies, hash)
      : [school.respondents],
    wave: null,
    instrument: null,
    closedOn: null,
    solver,
  });
  const rung = String(release.audit["rung"]);
  rungs.set(rung, (rungs.get(rung) ?? 0) + 1);
  lost += Number(release.audit["lost"]);
  groups += release.groups.filter(({ withheld }) => withheld === null).length;
  if (rung !== "full") console.log(`${JSON.stringify(options)}: ${JSON.stringify(release.audit)}`);
}
const reached = [...rungs].map(([rung, count]) => `${rung}: ${count}`).join(", ");
console.log(
  `${schools} schools from seed ${first}: ${reached}; ${groups} groups shown, ${lost} lost beyond pruning`,
);

function anySchool(seed: number): SeededOptions {
  const random = seededRandom(sha256Hex(`shape ${seed}`));
  const among = (lo: number, hi: number): number => lo + Math.floor((hi - lo + 1) * random());
  const grades = among(1, 7);
  const classes = grades * among(1, 4);
  const students = Math.max(40, classes * among(9, 28));
  const dimensions = random();
  return {
    seed,
    students: Math.min(students, 700),
    classes,
    grades,
    demographics: dimensions < 0.7,
    lowerDemographics: dimensions < 0.25,
    answers: random() < 0.5 ? "mild" : "wild",
    response: 0.75 + 0.25 * random(),
  };
}
