import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { readEnvironment } from "@/lib/server/environment";

import { type StoppedCluster, startTemporaryCluster } from "../postgres/temporary-cluster";
import { ensureDemo } from "../server/ensure-demo";
import { openDatabase } from "../server/open-database";

/** Where an instance keeps its data and its keys, in the directory of its cluster. */
export const INSTANCE_DIR = "instance";
const VARIABLE = "HEARTH_FILLED_DEMO";

/** A demonstration that was filled once for a whole test run; undefined where nobody did, and each is filled anew. */
export function filledDemo(): StoppedCluster | undefined {
  const stored = process.env[VARIABLE];
  return stored === undefined ? undefined : (JSON.parse(stored) as StoppedCluster);
}

/** Directories of an instance by the settings that name them. */
export function directoriesIn(home: string): { HEARTH_DATA_DIR: string; HEARTH_KEY_DIR: string } {
  return { HEARTH_DATA_DIR: join(home, "data"), HEARTH_KEY_DIR: join(home, "keys") };
}

/**
 * Fills a demonstration and stops its database, for every instance of a test run to begin as a copy of: filling one
 * takes as long as many of the tests that look at it.
 *
 * @returns the variable that tells the run's processes; and what removes it again
 */
export async function fillDemo(root: string): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}> {
  const cluster = await startTemporaryCluster();
  const home = join(cluster.dir, INSTANCE_DIR);
  mkdirSync(home);
  const environment = readEnvironment(
    {
      ...directoriesIn(home),
      DATABASE_URL: cluster.postgres.urlFor("hearth"),
      HEARTH_DEMO: "on",
    },
    home,
  );
  const quiet = { root, note: () => undefined };
  await ensureDemo(environment, await openDatabase(environment, quiet), quiet);
  await cluster.postgres.stop("fast");
  const stopped: StoppedCluster = { dir: cluster.dir, password: cluster.password };
  return { env: { [VARIABLE]: JSON.stringify(stopped) }, remove: cluster.destroy };
}
