import { Client } from "pg";

import { errorCode } from "./connect";

/** A held cluster: as long as this connection lives, no other start takes the same data directory. */
export type ClusterHold = { release: () => Promise<void> };

/** What was found where a cluster was expected. */
export type HoldResult =
  { ok: true; hold: ClusterHold } | { ok: false; code: "not_there" | "starting" | "in_use" };

/**
 * Connects to the cluster of a data directory and claims it. The claim is a lock of the session, so it ends with the
 * process that holds it, however that process ends; a file with a process id would outlive a kill -9.
 *
 * @param ownerUrl the cluster's owner, database `postgres`
 * @param clusterDir the data directory that the server on that port must have: another server there is not ours
 */
export async function holdCluster(ownerUrl: string, clusterDir: string): Promise<HoldResult> {
  const client = new Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 5000,
    application_name: "hearth (holds the data directory)",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(
      "SELECT current_setting('data_directory') AS dir",
    );
    if (rows[0]?.dir !== clusterDir) {
      await client.end();
      return { ok: false, code: "not_there" };
    }
    const lock = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended('hearth data directory', 0)) AS held",
    );
    if (lock.rows[0]?.held === true) return { ok: true, hold: { release: () => client.end() } };
    await client.end();
    return { ok: false, code: "in_use" };
  } catch (error) {
    await client.end().catch(() => undefined);
    const starting = ["57P03", "57P01", "ECONNRESET"].includes(errorCode(error) ?? "");
    return { ok: false, code: starting ? "starting" : "not_there" };
  }
}
