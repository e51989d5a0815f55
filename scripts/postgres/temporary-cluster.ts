import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { type EmbeddedPostgres, startEmbedded } from "./embedded";

const watchdog = fileURLToPath(new URL("./watchdog.mjs", import.meta.url));

/** A cluster in a temporary directory that vanishes with the process that made it. */
export type TemporaryCluster = {
  postgres: EmbeddedPostgres;
  /** Holds the cluster; free for more files of the same run. */
  dir: string;
  destroy: () => Promise<void>;
};

/**
 * Starts a cluster for tests. It is not synchronised to disk: PostgreSQL survives kills of the web server all the
 * same, only a crash of the machine would lose it.
 */
export async function startTemporaryCluster(): Promise<TemporaryCluster> {
  const dir = mkdtempSync(join(tmpdir(), "hearth-test-"));
  const password = randomBytes(24).toString("base64url");
  const postgres = await startEmbedded({ dataDir: dir, password, durable: false });
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
    postgres,
    dir,
    destroy: async () => {
      await postgres.stop("immediate");
      rmSync(dir, { recursive: true, force: true });
      guard.stdin.destroy();
    },
  };
}
