import { randomBytes } from "node:crypto";

import type { Client } from "pg";

import { startInstance, type Instance } from "@/e2e/support/instance";
import { asOwner, openPulse, type OpenPulse } from "@/e2e/support/pulse";
import { NONCE_BYTES, SEALED_BYTES } from "@/lib/ballots/wire/ballot-layout";

import { castMaker, studentRequests } from "./ballots";
import { openClients, poster, type Run, runOver, together } from "./connections";
import { type Figure, percentiles, whole } from "./figure";
import { processorSeconds } from "./processor-time";

const CONNECTIONS = 8;
/** Each kind of work has its turn this often, so that a slow moment of the machine hits all alike. */
const ROUNDS = 4;
const EACH_ROUND = 1_000;
const WARM_UP = 500;
const CAST = ["/api/ballots/cast", "application/octet-stream"] as const;
const SEAT = ["/api/ballots/seat", "application/json"] as const;
const COLLECT = ["/api/ballots/collect", "application/json"] as const;

/**
 * Ballots over HTTP against a production server, beside single-row inserts over as many connections, with a durable
 * database; then what one student costs. Clients, server and database share this machine.
 */
export async function benchCast(): Promise<Figure[]> {
  const instance = await startInstance({ durable: true });
  try {
    const pulse = await openPulse(instance, { classes: 20, students: 30 });
    return [
      ...(await compareWithInserts(instance, pulse)),
      ...(await costOfStudent(instance, 0)),
      ...(await costOfStudent(instance, 2)),
    ];
  } finally {
    await instance.stop();
  }
}

async function compareWithInserts(instance: Instance, pulse: OpenPulse): Promise<Figure[]> {
  const { owner, ballot } = instance.databaseUrls;
  await asOwner(instance, "CREATE TABLE raw_insert (LIKE ballot_box INCLUDING ALL)");
  const owners = await openClients(owner, instance.schema, CONNECTIONS);
  const boxers = await openClients(ballot, instance.schema, CONNECTIONS);
  const http = poster(instance.url, CONNECTIONS);
  const nextCast = castMaker(instance, pulse);

  const raw = (count: number) => insertRows(owners, "raw_insert", pulse, count);
  const box = (count: number) => insertRows(boxers, "ballot_box", pulse, count);
  const cast = (count: number) =>
    runOver(Array.from({ length: count }, nextCast), CONNECTIONS, (body) =>
      http.post(...CAST, body),
    );
  const runs: Record<"raw" | "box" | "cast", Run[]> = { raw: [], box: [], cast: [] };
  let web = 0;
  try {
    for (const work of [raw, box, cast]) await work(WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.raw.push(await raw(EACH_ROUND));
      runs.box.push(await box(EACH_ROUND));
      const before = processorSeconds([instance.pid()]);
      runs.cast.push(await cast(EACH_ROUND));
      web += processorSeconds([instance.pid()]) - before;
    }
  } finally {
    http.close();
    await Promise.all([...owners, ...boxers].map((client) => client.end()));
  }
  const [rawRun, boxRun, castRun] = [runs.raw, runs.box, runs.cast].map(together);
  if (!rawRun || !boxRun || !castRun) throw new Error("nothing was measured");
  const ratio = (to: Run) => rate(castRun) / rate(to);
  const over = `${String(CONNECTIONS)} connections`;
  return [
    { what: `Ballots cast over HTTP, ${over}`, result: line(castRun) },
    { what: `Raw single-row inserts into a plain table, ${over}`, result: line(rawRun) },
    { what: `Raw single-row inserts into the guarded box, ${over}`, result: line(boxRun) },
    {
      what: "Ballots over HTTP per raw insert",
      result: `${ratio(rawRun).toFixed(2)} (plain table), ${ratio(boxRun).toFixed(2)} (guarded box)`,
    },
    {
      what: "Web server's processor time for a cast",
      result: `${((1000 * web) / castRun.count).toFixed(2)} ms`,
    },
  ];
}

async function insertRows(
  clients: readonly Client[],
  table: "raw_insert" | "ballot_box",
  { waveId, classes }: OpenPulse,
  count: number,
): Promise<Run> {
  const rows = Array.from({ length: count }, (_, at) => [
    randomBytes(NONCE_BYTES),
    waveId,
    classes[at % classes.length]?.marginId,
    randomBytes(SEALED_BYTES),
  ]);
  const text = `INSERT INTO ${table} (nullifier, wave_id, margin_id, ciphertext) VALUES ($1, $2, $3, $4)`;
  return runOver(rows, clients.length, async (values, connection) => {
    await clients[connection]?.query({ name: table, text, values });
  });
}

/**
 * Every student of a fresh pulse collects and casts once, as many at a time as there are connections; with
 * demographics one ballot more for each.
 */
async function costOfStudent(instance: Instance, demographics: number): Promise<Figure[]> {
  const http = poster(instance.url, CONNECTIONS);
  const vote = (pulse: OpenPulse) =>
    runOver(studentRequests(instance, pulse), CONNECTIONS, async ({ seat, collect, casts }) => {
      if (seat !== null) await http.post(...SEAT, seat);
      await http.post(...COLLECT, collect);
      for (const cast of casts) await http.post(...CAST, cast);
    });
  const size = { classes: 20, students: 30, demographics };
  const ballots = demographics === 0 ? "one ballot" : `${demographics + 1} ballots`;
  try {
    await vote(await openPulse(instance, size));
    const pulse = await openPulse(instance, size);
    const backends = await asOwner<{ pid: number }>(instance, "SELECT pid FROM pg_stat_activity");
    const database = backends.map(({ pid }) => pid);
    const before = [processorSeconds([instance.pid()]), processorSeconds(database)] as const;
    const run = await vote(pulse);
    const spent = (pids: readonly number[], since: number) =>
      `${((1000 * (processorSeconds(pids) - since)) / run.count).toFixed(2)} ms`;
    return [
      {
        what: `Processor time for a student, collecting and casting ${ballots}`,
        result: `${spent([instance.pid()], before[0])} web server, ${spent(database, before[1])} database`,
      },
      {
        what: `Students collecting and casting ${ballots}, ${String(CONNECTIONS)} at a time`,
        result: line(run, "students"),
      },
    ];
  } finally {
    http.close();
  }
}

const rate = (run: Run): number => run.count / run.seconds;

function line(run: Run, unit = ""): string {
  return `${whole(rate(run))}${unit === "" ? "" : ` ${unit}`} a second, ${percentiles(run.times)} (${whole(run.count)} in all)`;
}
