/**
 * Service time of the overview, its pages, the class page and six cohorts compared with 60 and 2,000 classes and 20 waves, beside their SQL
 * alone, on a temporary PostgreSQL.
 * One wave goes through the real compiler; 19 earlier ones repeat its cells by one statement each.
 *
 *   npx tsx scripts/bench/pages.ts [classes …]
 */
import { randomBytes, randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";

import { closeDatabase, configureDatabase, inTransaction, webPool } from "@/lib/data/client";
import { createCohort } from "@/lib/data/cohorts";
import { withClient } from "@/lib/data/setup/connect";
import { readCohortRequest } from "@/lib/insight/cohort-request";
import { readComparison } from "@/lib/services/cohorts/read-comparison";
import type { ServiceContext } from "@/lib/services/context";
import { readClass } from "@/lib/services/insight/read-class";
import { readClassHead } from "@/lib/services/insight/read-class-head";
import { readOverview } from "@/lib/services/overview/read-overview";
import { readSchoolClasses } from "@/lib/services/overview/read-school-classes";
import { readTrends } from "@/lib/services/overview/read-trends";

import { startTemporaryCluster } from "../postgres/temporary-cluster";
import { seedAttendance } from "../testing/staff-attendance";
import { sealWaveOf, seedRoster } from "../testing/staff-district";
import { cloneTemplate, makeTemplate, type TestCluster } from "../testing/template-database";
import { recordStatements, replay } from "./raw-sql";

const DAY_MS = 24 * 3600_000;
const EARLIER_WAVES = 19;
const ROUNDS = 60;
const WARM_UP = 10;

/** Milliseconds of server time. */
export interface PageTimes {
  readonly classes: number;
  readonly page:
    "overview" | "classes of a school" | "over time" | "class page" | "six cohorts compared";
  readonly p50: number;
  readonly p95: number;
  /** Of the statements that it sends, sent all at once and without anything around them. */
  readonly sqlP50: number;
  readonly sqlP95: number;
}

/** As the address of the page has them: schools, a grade, a grade of all schools, a saved set, the district. */
export function comparedCohorts(setId: string): string[] {
  return ["school:s1", "school:s2", "grade:s3/7", "grades:7", `set:${setId}`, "district"];
}

/** Saves a set of up to 40 classes of all schools; returns its id. */
export async function saveSet(classIds: readonly string[], now: Date): Promise<string> {
  const id = randomUUID();
  const every = Math.max(1, Math.floor(classIds.length / 40));
  const chosen = classIds.filter((_, at) => at % every === 0).slice(0, 40);
  const schoolIds = [...new Set(chosen.map((classId) => classId.split("-")[0] ?? ""))];
  await inTransaction((tx) =>
    createCohort(tx, {
      ...{ id, name: "Forty classes", classIds: chosen, schoolIds, savedAt: now, savedBy: null },
    }),
  );
  return id;
}

const contextOf = (now: Date): ServiceContext => ({
  actor: {
    kind: "staff",
    accountId: randomUUID(),
    name: "Bench",
    role: "district-administrator",
    schoolIds: [],
    classIds: [],
  },
  now,
  randomBytes,
  randomUuid: randomUUID,
});

/**
 * Fills the empty district that this process is configured for: classes, 20 sealed waves, 36 weeks of absence.
 *
 * @returns the ids of the classes
 */
export async function fillDistrict(
  database: { owner: string; schema: string },
  classes: number,
  now: Date,
): Promise<string[]> {
  const schools = classes >= 1000 ? classes / 50 : 3;
  const district = await seedRoster({
    schools,
    classesPerSchool: Math.ceil(classes / schools),
    students: 23,
  });
  const waveId = await sealWaveOf(district, new Date(now.getTime() - 4 * DAY_MS));
  await repeatWave(database.owner, database.schema, waveId);
  await seedAttendance(district, weekBefore(now), 36);
  await withClient(database.owner, (client) => client.query("ANALYZE"));
  return district.classes.map((row) => row.id);
}

/** The Monday of the last whole week before `now`, as a date. */
function weekBefore(now: Date): string {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(now.getTime() - (sinceMonday + 7) * DAY_MS).toISOString().slice(0, 10);
}

/** Measures the pages in a district of this many classes. */
export async function benchPages(cluster: TestCluster, classes: number): Promise<PageTimes[]> {
  const database = await cloneTemplate(cluster);
  const { web: webUrl, ballot: ballotUrl, sealer: sealerUrl, owner } = database.urls;
  configureDatabase({ webUrl, ballotUrl, sealerUrl, schema: database.schema });
  try {
    const now = new Date("2026-11-23T12:00:00Z");
    const ids = await fillDistrict({ owner, schema: database.schema }, classes, now);
    const context = contextOf(now);
    const request = readCohortRequest({ c: comparedCohorts(await saveSet(ids, now)) });
    const at = (round: number) => (round * 37) % ids.length;
    return [
      { classes, page: "overview", ...(await timed(() => readOverview(context))) },
      {
        ...{ classes, page: "classes of a school" },
        ...(await timed((round) => readSchoolClasses(context, ids[at(round)]?.split("-")[0]))),
      },
      { classes, page: "over time", ...(await timed(() => readTrends(context, undefined))) },
      {
        ...{ classes, page: "class page" },
        ...(await timed((round) => readClassPage(context, ids[at(round)] ?? ""))),
      },
      {
        ...{ classes, page: "six cohorts compared" },
        ...(await timed(() => readComparison(context, request))),
      },
    ];
  } finally {
    await closeDatabase();
    await database.drop();
  }
}

/** As the page does: its head beside the rest. */
async function readClassPage(context: ServiceContext, classId: string) {
  const [head, rest] = await Promise.all([
    readClassHead(context, classId),
    readClass(context, classId),
  ]);
  return head.ok ? rest : head;
}

/** A service, and the statements of one of its runs alone. */
async function timed(
  run: (round: number) => Promise<{ readonly ok: boolean }>,
): Promise<Pick<PageTimes, "p50" | "p95" | "sqlP50" | "sqlP95">> {
  const own = await time(run);
  const statements = await recordStatements(() => run(WARM_UP));
  const pool = webPool();
  const sql = await time(async () => {
    await replay(pool, statements);
    return { ok: statements.length > 0 };
  });
  return { ...own, sqlP50: sql.p50, sqlP95: sql.p95 };
}

async function time(
  run: (round: number) => Promise<{ readonly ok: boolean }>,
): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const start = performance.now();
    const { ok } = await run(round);
    if (!ok) throw new Error("the service refused");
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(10 * (times[Math.ceil(share * times.length) - 1] ?? 0)) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Earlier waves, three weeks apart, as copies of one: only their number matters here. */
async function repeatWave(ownerUrl: string, schema: string, waveId: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`SET search_path TO "${schema}"`);
    for (let back = 1; back <= EARLIER_WAVES; back++) {
      const copy = randomUUID();
      await client.query(
        `INSERT INTO waves (id, title, state, instrument, scope, policy, time_zone, opens_at, closes_at, created_at)
         SELECT $2::uuid, title || ' before', 'closed', instrument, scope, policy, time_zone,
                opens_at - make_interval(days => $3 * 21), closes_at - make_interval(days => $3 * 21), created_at
         FROM waves WHERE id = $1`,
        [waveId, copy, back],
      );
      await client.query(
        `INSERT INTO margins (id, wave_id, group_id, level, class_id, label, join_code, public_key, roster_size, roster)
         SELECT gen_random_uuid(), $2::uuid, group_id, level, class_id, label, gen_random_uuid()::text, public_key,
                roster_size, roster
         FROM margins WHERE wave_id = $1`,
        [waveId, copy],
      );
      await client.query(
        `INSERT INTO releases SELECT $2::uuid, hash, body, sealed_on FROM releases WHERE wave_id = $1`,
        [waveId, copy],
      );
      await client.query(
        `INSERT INTO release_cells (wave_id, group_id, item, level, class_id, school_id, grade, n, lo, hi,
                                    withheld, participation_lo, participation_hi, roster_size)
         SELECT $2::uuid, group_id, item, level, class_id, school_id, grade, n, lo, hi,
                withheld, participation_lo, participation_hi, roster_size
         FROM release_cells WHERE wave_id = $1`,
        [waveId, copy],
      );
      await client.query("UPDATE waves SET state = 'sealed' WHERE id = $1", [copy]);
    }
  });
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).map(Number);
  const sizes = asked.length > 0 ? asked : [60, 2000];
  const cluster = await startTemporaryCluster();
  try {
    const template = await makeTemplate(cluster.postgres.urlFor);
    for (const classes of sizes) {
      for (const { page, p50, p95, sqlP50, sqlP95 } of await benchPages(template, classes)) {
        process.stdout.write(
          `${String(classes).padStart(5)} classes  ${page.padEnd(20)}  p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms` +
            `  its SQL alone p50 ${sqlP50.toFixed(1)} ms  p95 ${sqlP95.toFixed(1)} ms\n`,
        );
      }
    }
  } finally {
    await cluster.destroy();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
