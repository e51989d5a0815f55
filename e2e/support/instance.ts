import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { setUpPath } from "@/lib/access/set-up-code";
import { type Environment, readEnvironment } from "@/lib/server/environment";
import { freePort } from "@/scripts/postgres/free-port";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { directoriesIn, filledDemo, INSTANCE_DIR } from "@/scripts/testing/filled-demo";
import { type DemoLinks, readDemoLinks } from "@/scripts/server/demo-links";
import { ensureDemo } from "@/scripts/server/ensure-demo";
import { openDatabase } from "@/scripts/server/open-database";
import { webEnvironment } from "@/scripts/server/web-environment";
import { type ServingProcess, startProcess, waitUntilHealthy } from "@/scripts/server/web-process";

const root = fileURLToPath(new URL("../..", import.meta.url));
const DIST_DIR = ".next-e2e";
const HEALTHY_WITHIN_MS = 60_000;

/** A whole Hearth of its own: database, keys, production server. */
export type Instance = {
  /** Origin without a trailing slash, such as http://localhost:41234. */
  url: string;
  /** The path of the first run, with its code, as `npm start` prints it for an empty district. */
  setUpPath: string;
  /** Database URLs, for looking at what a page must never show. */
  databaseUrls: { owner: string; web: string; ballot: string; sealer: string };
  schema: string;
  dataDir: string;
  keyDir: string;
  /** Links into the demo; undefined for an empty district. */
  links: DemoLinks | undefined;
  /** Everything the server has written so far. */
  output: () => string;
  /** Kills the web server with SIGKILL; the database stays. Settles when the process is gone. */
  kill: () => Promise<void>;
  /** Process id of the web server. */
  pid: () => number;
  /** Kills every process of the database with SIGKILL. Only a `durable` instance promises to lose nothing then. */
  killDatabase: () => Promise<void>;
  /** Starts the database again on the same port, after `killDatabase`. */
  recoverDatabase: () => Promise<void>;
  /** Starts the web server again on the same address, after `kill` or in place of the running one. */
  restart: () => Promise<void>;
  /** Stops all of it and removes its directories. */
  stop: () => Promise<void>;
};

/**
 * Starts a Hearth on a free port, from an empty database or with the demo district.
 *
 * @param options.durable synchronises the database to disk, as an installation does
 * @param options.env further settings of the server, such as `{ HEARTH_JOBS: "worker" }`
 */
export async function startInstance(
  options: { demo?: boolean; durable?: boolean; env?: Record<string, string> } = {},
): Promise<Instance> {
  const demo = options.demo === true;
  const cluster = await startTemporaryCluster({
    durable: options.durable === true,
    copyOf: demo ? filledDemo() : undefined,
  });
  // Inside the cluster's directory, which vanishes with this process whatever happens to it.
  const home = join(cluster.dir, INSTANCE_DIR);
  mkdirSync(home, { recursive: true });
  const environment = readEnvironment(
    {
      ...options.env,
      PORT: String(await freePort()),
      DATABASE_URL: cluster.postgres.urlFor("hearth"),
      ...directoriesIn(home),
      HEARTH_DEMO: demo ? "on" : "off",
      LOG_LEVEL: options.env?.LOG_LEVEL ?? "info",
    },
    home,
  );
  const quiet = { root, note: () => undefined };
  const database = await openDatabase(environment, quiet);
  await ensureDemo(environment, database, quiet);

  let output = "";
  const serve = () =>
    startWeb(environment, {
      env: {
        ...webEnvironment(environment, database.roleUrls, "production", DIST_DIR),
        ...options.env,
      },
      onOutput: (text) => {
        output += text;
      },
      output: () => output,
    });
  let web = await serve();
  const kill = async () => {
    web.kill("SIGKILL");
    await web.ended;
  };
  return {
    url: environment.url,
    setUpPath: setUpPath(environment.sessionSecret),
    databaseUrls: { owner: database.ownerUrl, ...database.roleUrls },
    schema: environment.schema,
    dataDir: environment.dataDir,
    keyDir: environment.keyDir,
    links: readDemoLinks(environment.dataDir, environment.url),
    output: () => output,
    kill,
    pid: () => web.pid ?? 0,
    killDatabase: cluster.crash,
    recoverDatabase: cluster.recover,
    restart: async () => {
      await web.stop();
      web = await serve();
    },
    stop: async () => {
      await web.stop();
      await cluster.destroy();
    },
  };
}

async function startWeb(
  environment: Environment,
  options: {
    env: NodeJS.ProcessEnv;
    onOutput: (text: string) => void;
    output: () => string;
  },
): Promise<ServingProcess> {
  const web = startProcess({
    root,
    args: [
      join(root, "node_modules/next/dist/bin/next"),
      "start",
      "--port",
      String(environment.port),
    ],
    env: options.env,
    output: "pipe",
    onOutput: options.onOutput,
  });
  if (await waitUntilHealthy(environment.url, web, HEALTHY_WITHIN_MS)) return web;
  await web.stop();
  throw new Error(`The instance did not come up. It said:\n${options.output()}`);
}
