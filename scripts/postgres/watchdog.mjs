/**
 * Ends a cluster that is thrown away when the process that made it is gone, however it went: its end of our standard
 * input closes even after a kill -9. Arguments: a JSON object { pgCtl, clusterDir, dir, uid, gid }.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";

const { pgCtl, clusterDir, dir, uid, gid } = JSON.parse(process.argv[2]);

// A terminal's ctrl-C reaches us too; we are still needed.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

process.stdin.resume();
process.stdin.on("close", () => {
  if (existsSync(clusterDir)) {
    spawnSync(pgCtl, ["stop", "-D", clusterDir, "-m", "immediate", "-w", "-s"], {
      cwd: "/",
      uid,
      gid,
      stdio: "ignore",
    });
  }
  rmSync(dir, { recursive: true, force: true });
});
