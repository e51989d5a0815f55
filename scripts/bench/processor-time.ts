import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Linux counts in ticks of a hundredth of a second on every platform that Node supports. */
const TICKS_PER_SECOND = 100;

/** Processor seconds, of user and system, that the processes have used so far. One that is gone counts nothing. */
export function processorSeconds(pids: readonly number[]): number {
  const each = process.platform === "linux" ? ofLinux : ofPs;
  return pids.reduce((sum, pid) => sum + each(pid), 0);
}

function ofLinux(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    // The second field, the name, may hold spaces: count from the bracket that ends it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

function ofPs(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" });
  return stdout
    .trim()
    .split(":")
    .reduce((seconds, part) => 60 * seconds + (Number(part) || 0), 0);
}
