import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { type ClusterHold, holdCluster } from "@/lib/data/setup/hold-cluster";
import { SetupError } from "@/lib/data/setup/setup-error";

import { initialiseCluster, OWNER, startPostmaster, stopPostmaster } from "./cluster";
import { freePort, portIsFree } from "./free-port";
import { type ClusterPlace, placeCluster } from "./place";
import { livePostmaster, removeMisleadingPidFile } from "./postmaster-file";

const LEFTOVER_PATIENCE_MS = 60_000;
const START_ATTEMPTS = 10;

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  /** URL of the owner for a database of this cluster. */
  urlFor: (database: string) => string;
  port: number;
  place: ClusterPlace;
  /** True when a server left over from a killed start was taken over. */
  reused: boolean;
  /** Stops the server and waits for it. May be called twice. */
  stop: (mode?: "fast" | "immediate") => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of a data directory: makes the cluster at the first start, takes over a server that
 * a killed start left running, and otherwise starts one on the port used last time, or another when it is taken.
 *
 * @param options.durable false only for clusters that are thrown away: a crash may then lose them
 * @throws SetupError when another Hearth uses the data directory, or the server does not come up
 */
export async function startEmbedded(options: {
  dataDir: string;
  password: string;
  durable: boolean;
  note?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const { dataDir, password, durable } = options;
  const place = placeCluster(dataDir);
  if (place.movedBecause !== undefined) options.note?.(place.movedBecause);
  await initialiseCluster(place, password, durable);

  const urlOn = (port: number) => (database: string) =>
    `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;
  const leftover = await takeOver(place, urlOn);
  const { port, hold } = leftover ?? (await startFresh(place, { dataDir, durable, urlOn }));
  rememberPort(dataDir, port);

  let stopping: Promise<void> | undefined;
  const stop = async (mode: "fast" | "immediate") => {
    await hold.release().catch(() => undefined);
    await stopPostmaster(place, mode);
  };
  return {
    urlFor: urlOn(port),
    port,
    place,
    reused: leftover !== undefined,
    stop: (mode = "fast") => (stopping ??= stop(mode)),
  };
}

type Started = { port: number; hold: ClusterHold };
type UrlOn = (port: number) => (database: string) => string;

/** Claims a server that is still running; waits for one that is starting, recovering or shutting down. */
async function takeOver(place: ClusterPlace, urlOn: UrlOn): Promise<Started | undefined> {
  const { clusterDir } = place;
  const deadline = Date.now() + LEFTOVER_PATIENCE_MS;
  let heldSince: number | undefined;
  for (;;) {
    const live = livePostmaster(clusterDir);
    if (live === undefined) return undefined;
    const result = await holdCluster(urlOn(live.port)("postgres"), clusterDir);
    if (result.ok) return { port: live.port, hold: result.hold };
    if (result.code === "in_use") {
      // The server notices a killed holder within moments.
      heldSince ??= Date.now();
      if (Date.now() - heldSince > 3000) throw new SetupError(inUse(clusterDir));
    }
    if (Date.now() > deadline) {
      await stopPostmaster(place, "fast");
      return undefined;
    }
    await sleep(200);
  }
}

function inUse(clusterDir: string): string {
  return (
    `Another Hearth is already using the database in ${clusterDir}.\n` +
    "Stop it first (ctrl-C where it runs), or give this one its own directories: HEARTH_DATA_DIR and HEARTH_KEY_DIR."
  );
}

async function startFresh(
  place: ClusterPlace,
  options: { dataDir: string; durable: boolean; urlOn: UrlOn },
): Promise<Started> {
  let said = "";
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    removeMisleadingPidFile(place.clusterDir);
    const port = await choosePort(options.dataDir, attempt);
    const started = await startPostmaster(place, { port, durable: options.durable });
    if (started.ok) {
      const held = await holdCluster(options.urlOn(port)("postgres"), place.clusterDir);
      if (held.ok) return { port, hold: held.hold };
      await stopPostmaster(place, "fast");
      throw new SetupError(
        held.code === "in_use" ? inUse(place.clusterDir) : wrongPassword(place.clusterDir),
      );
    }
    said = started.log;
    // Someone took the port between our look and the server's, or a killed server or its children are still ending
    // (a dead process counts as alive until it is reaped): worth another try. Anything else is not.
    if (
      !/could not bind|Address already in use|shared memory block|postmaster\.pid" already/i.test(
        said,
      )
    )
      break;
    await sleep(500);
  }
  throw new SetupError(`PostgreSQL did not start in ${place.clusterDir}. It said:\n${said}`);
}

function wrongPassword(clusterDir: string): string {
  return (
    `The password in secrets.json does not open the database in ${clusterDir}.\n` +
    "Put back the secrets.json that belongs to it (from your backup), or move both away to start empty."
  );
}

const portFile = (dataDir: string) => join(dataDir, "postgres-port");

async function choosePort(dataDir: string, attempt: number): Promise<number> {
  const path = portFile(dataDir);
  const last = existsSync(path) ? Number.parseInt(readFileSync(path, "utf8"), 10) : NaN;
  if (attempt === 0 && last > 0 && (await portIsFree(last, "127.0.0.1"))) return last;
  return freePort();
}

function rememberPort(dataDir: string, port: number): void {
  writeFileSync(portFile(dataDir), `${String(port)}\n`);
}
