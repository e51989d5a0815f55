import { existsSync } from "node:fs";
import { join } from "node:path";

import { setUpPath } from "@/lib/access/set-up-code";
import { isSetUp } from "@/lib/data/setup/set-up-state";
import { SetupError } from "@/lib/data/setup/setup-error";
import { type Environment, EnvironmentError, readEnvironment } from "@/lib/server/environment";

import { portIsFree } from "./postgres/free-port";
import { readDemoLinks } from "./server/demo-links";
import { ensureDemo } from "./server/ensure-demo";
import { openDatabase, type OpenDatabase } from "./server/open-database";
import { ensureProductionBuild } from "./server/production-build";
import { keepStudentFilesFresh } from "./server/student-watch";
import { webEnvironment } from "./server/web-environment";
import {
  type ServingProcess,
  startProcess,
  stopAllProcesses,
  waitUntilHealthy,
} from "./server/web-process";

const HEALTHY_WITHIN_MS = 120_000;
type Mode = "production" | "development";

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm start` and `npm run dev`: database, migrations, demo, build, server, links. Ends with ctrl-C (or SIGTERM,
 * SIGHUP): first the web server, which finishes what it has accepted, then the database.
 */
export async function startServer(root: string, mode: Mode): Promise<never> {
  const stages: Stages = {};
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= stopEverything(stages));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping === undefined) say("\nStopping …");
      void stop().then(() => process.exit(0));
    });
  }
  watchNpm(() => void stop().then(() => process.exit(0)));
  try {
    const web = await bringUp(root, mode, stages);
    const { code, signal } = await web.ended;
    // A stop that we asked for exits above.
    if (stopping === undefined) {
      say(`The web server ended by itself (${signal ?? `exit code ${String(code)}`}).`);
      await stop();
      process.exit(code === 0 || code === null ? 1 : code);
    }
    await stopping;
    process.exit(0);
  } catch (error) {
    // What fails because we are stopping is no failure.
    const asked = stopping !== undefined;
    await stop().catch(() => undefined);
    if (asked) process.exit(0);
    process.stderr.write(`\n${explain(error)}\n\n`);
    process.exit(1);
  }
}

/** npm that is sent SIGTERM ends itself and its shell, and tells us nothing: we notice that our parent has changed. */
function watchNpm(gone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 500).unref();
}

/** What has to be closed again, in the order it came. The database counts from the moment it begins to open. */
type Stages = { database?: Promise<OpenDatabase> };

async function stopEverything(stages: Stages): Promise<void> {
  await stopAllProcesses();
  const database = await stages.database?.catch(() => undefined);
  await database?.close();
}

async function bringUp(root: string, mode: Mode, stages: Stages): Promise<ServingProcess> {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const environment = readEnvironment(process.env, root);
  await requirePort(environment.port);
  stages.database = openDatabase(environment, { root, note: say });
  const database = await stages.database;
  if (database.applied.length > 0) say(`Database ready (${database.applied.join(", ")}).`);
  await Promise.all([
    ensureDemo(environment, database, { root, note: say }),
    mode === "production"
      ? ensureProductionBuild(root, ".next", say)
      : keepStudentFilesFresh(root, ".next", say),
  ]);

  const command = mode === "production" ? "start" : "dev";
  const web = startProcess({
    root,
    args: [
      join(root, "node_modules/next/dist/bin/next"),
      command,
      "--port",
      String(environment.port),
    ],
    env: webEnvironment(environment, database.roleUrls, mode),
    output: "inherit",
  });
  const origin = `http://localhost:${String(environment.port)}`;
  if (await waitUntilHealthy(origin, web, HEALTHY_WITHIN_MS)) {
    announce(environment, await isSetUp(database.ownerUrl, environment.schema));
  } else
    say(
      `The server does not answer ${origin}/api/health. What it wrote is above; it may still come up.`,
    );
  return web;
}

async function requirePort(port: number): Promise<void> {
  if ((await portIsFree(port)) && (await portIsFree(port, "127.0.0.1"))) return;
  throw new SetupError(
    `Port ${String(port)} is taken: perhaps Hearth already runs, or another program uses it.\n` +
      `Stop that program, or choose another port: PORT=${String(port + 1)} npm start`,
  );
}

function announce(environment: Environment, setUp: boolean): void {
  say(`\nHearth is up: ${environment.url}\n`);
  const links = readDemoLinks(environment.dataDir, environment.url);
  if (links !== undefined) {
    say(`  administrator  ${links.administrator}`);
    say(`  teacher        ${links.teacher}`);
    say(`  student        ${links.student}\n`);
  }
  if (!setUp) {
    say("Nothing is set up yet. Whoever opens this link becomes the first administrator:");
    say(`  set-up  ${environment.url}${setUpPath(environment.sessionSecret)}\n`);
  }
  say("Ctrl-C stops it.");
}

function explain(error: unknown): string {
  if (error instanceof SetupError || error instanceof EnvironmentError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
