import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { SetupError } from "@/lib/data/setup/setup-error";

import { nativePostgresDir } from "./hydrate.mjs";
import { canReach, type RunUser, runUser } from "./run-user";

/** Where a cluster lives, which programs serve it, and as whom. */
export type ClusterPlace = {
  /** PostgreSQL's own data directory. */
  clusterDir: string;
  /** Holds `bin`, `lib`, `share`. */
  nativeDir: string;
  user: RunUser;
  /** Set when the data could not stay below the data directory. */
  movedBecause?: string;
};

/**
 * Chooses the place of the cluster of a data directory: `<dataDir>/postgres`. As root, PostgreSQL runs as another
 * user; when that user cannot reach the checkout (below /root, say), data and programs go to /var/lib instead.
 */
export function placeCluster(dataDir: string): ClusterPlace {
  const nativeDir = nativePostgresDir();
  const wanted = join(resolve(dataDir), "postgres");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const user = runUser(wanted);
  if (user === undefined) {
    requireOwnership(wanted);
    return { clusterDir: wanted, nativeDir, user };
  }
  // Others may pass through to their own directory but not list; secrets.json has its own mode.
  chmodSync(dataDir, 0o711);
  if (canReach(resolve(dataDir), user) && canReach(join(nativeDir, "bin/postgres"), user)) {
    return { clusterDir: wanted, nativeDir, user };
  }
  return fallBack(resolve(dataDir), nativeDir, user);
}

function requireOwnership(clusterDir: string): void {
  const found = statSync(clusterDir, { throwIfNoEntry: false });
  if (found === undefined || found.uid === process.getuid?.()) return;
  throw new SetupError(
    `The database in ${clusterDir} belongs to another user (it was probably started as root).\n` +
      "Start Hearth as that user again, or set HEARTH_DATA_DIR to a directory of your own.",
  );
}

function fallBack(dataDir: string, nativeDir: string, user: RunUser): ClusterPlace {
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const home = join("/var/lib", `hearth-${name}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  chmodSync(home, 0o755);
  const programs = join(home, "programs");
  const reachable = canReach(join(nativeDir, "bin/postgres"), user);
  if (!reachable) copyPrograms(nativeDir, programs);
  return {
    clusterDir: join(home, "postgres"),
    nativeDir: reachable ? nativeDir : programs,
    user,
    movedBecause:
      `PostgreSQL does not run as root, and its user cannot reach ${dataDir}: the database is in ${home}. ` +
      "(Set HEARTH_DATA_DIR to a directory that every user can reach to choose another place.)",
  };
}

/** Copies to the side and renames, so that a kill leaves no half of a server behind. */
function copyPrograms(from: string, to: string): void {
  const size = (dir: string) =>
    statSync(join(dir, "bin/postgres"), { throwIfNoEntry: false })?.size;
  if (size(to) === size(from)) return;
  const fresh = `${to}.${String(process.pid)}`;
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
  // Whatever umask the packages were installed under, the other user has to read them.
  spawnSync("chmod", ["-R", "a+rX", fresh]);
  rmSync(to, { recursive: true, force: true });
  renameSync(fresh, to);
}
