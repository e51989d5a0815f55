import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL writes down about itself while it runs. */
export type Postmaster = { pid: number; port: number };

/**
 * The server that `postmaster.pid` names, if that process lives and is a server. After a kill -9 or in a new
 * container the number may belong to anything.
 */
export function livePostmaster(clusterDir: string): Postmaster | undefined {
  const named = readPidFile(clusterDir);
  return named !== undefined && commandOf(named.pid).includes(clusterDir) ? named : undefined;
}

/**
 * Removes a pid file whose number now belongs to a stranger, which would keep PostgreSQL from starting. A file whose
 * process is gone is left to PostgreSQL: it also looks for surviving children of that server, and must.
 */
export function removeMisleadingPidFile(clusterDir: string): void {
  const named = readPidFile(clusterDir);
  if (named === undefined || livePostmaster(clusterDir) !== undefined) return;
  if (isAlive(named.pid) && !someoneWorksIn(clusterDir)) {
    rmSync(join(clusterDir, "postmaster.pid"), { force: true });
  }
}

function readPidFile(clusterDir: string): Postmaster | undefined {
  const path = join(clusterDir, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isNaN(pid) ? undefined : { pid, port: Number.parseInt(lines[3] ?? "", 10) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Every process of a PostgreSQL server works in its data directory. Only Linux tells; elsewhere nobody is seen. */
function someoneWorksIn(clusterDir: string): boolean {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc").some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === clusterDir;
    } catch {
      return false;
    }
  });
}

/** The command line of a process; empty when there is none. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    if (process.platform === "linux") return "";
    const listed = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return listed.stdout;
  }
}
