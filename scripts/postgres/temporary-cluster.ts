import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { withClient } from "@/lib/data/setup/connect";

import { type EmbeddedPostgres, startEmbedded } from "./embedded";
import { livePostmaster } from "./postmaster-file";

const watchdog = fileURLToPath(new URL("./watchdog.mjs", import.meta.url));

/** A cluster in a temporary directory that vanishes with the process that made it. */
export type TemporaryCluster = {
  postgres: EmbeddedPostgres;
  /** Holds the cluster; free for more files of the same run. */
  dir: string;
  /** Of the database's owner. */
  password: string;
  /** Kills every process of the server with SIGKILL. */
  crash: () => Promise<void>;
  /** Starts the server again on the same port, after `crash`. */
  recover: () => Promise<void>;
  destroy: () => Promise<void>;
};

/** A cluster that was stopped, with everything else in its directory. */
export interface StoppedCluster {
  readonly dir: string;
  /** Of the database's owner. */
  readonly password: string;
}

/**
 * Starts a cluster for tests. Unless it is durable it is not synchronised to disk: it survives kills of the web
 * server all the same, but may lose the last commits when it is killed itself.
 *
 * @param options.copyOf begins as a copy of this one
 */
export async function startTemporaryCluster({
  durable = false,
  copyOf,
}: {
  durable?: boolean;
  copyOf?: StoppedCluster | undefined;
} = {}): Promise<TemporaryCluster> {
  const dir = mkdtempSync(join(tmpdir(), "hearth-test-"));
  // With owners and modes: PostgreSQL runs as another user where we are root, and takes no directory that others can read.
  if (copyOf !== undefined) execFileSync("cp", ["-a", `${copyOf.dir}/.`, dir]);
  const password = copyOf?.password ?? randomBytes(24).toString("base64url");
  const start = () => startEmbedded({ dataDir: dir, password, durable });
  let postgres = await start();
  const guard = spawn(
    process.execPath,
    [
      watchdog,
      JSON.stringify({
        pgCtl: join(postgres.place.nativeDir, "bin/pg_ctl"),
        clusterDir: postgres.place.clusterDir,
        dir,
        ...postgres.place.user,
      }),
    ],
    { detached: true, stdio: ["pipe", "ignore", "ignore"], cwd: "/" },
  );
  guard.unref();
  // A pipe is a socket underneath, and would keep this process alive.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return {
    get postgres() {
      return postgres;
    },
    dir,
    password,
    crash: () => crash(postgres),
    recover: async () => {
      const { port } = postgres;
      postgres = await start();
      if (postgres.port !== port) throw new Error("the database came back on another port");
    },
    destroy: async () => {
      await postgres.stop("immediate");
      rmSync(dir, { recursive: true, force: true });
      guard.stdin.destroy();
    },
  };
}

async function crash(postgres: EmbeddedPostgres): Promise<void> {
  const { rows } = await withClient(postgres.urlFor("postgres"), (client) =>
    client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity"),
  );
  const postmaster = livePostmaster(postgres.place.clusterDir)?.pid;
  if (postmaster === undefined) throw new Error("there is no database to kill");
  // It first: it would mend the others.
  for (const pid of [postmaster, ...rows.map((row) => row.pid)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}
