import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL writes down about itself while it runs. */
export type Postmaster = { pid: number; port: number };

/**
 * The server that `postmaster.pid` names, if that process lives and is a server. After a kill -9 or in a new
 * container the number may belong to anything.
 */
export function livePostmaster(clusterDir: string): Postmaster | undefined {
  const path = join(clusterDir, "postmaster.pid");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  if (Number.isNaN(pid) || pid === process.pid || !commandOf(pid).includes(clusterDir)) {
    return undefined;
  }
  return { pid, port };
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
