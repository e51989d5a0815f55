import { existsSync } from "node:fs";
import { join } from "node:path";

import { readEnvironment } from "@/lib/server/environment";

import { runningRoles } from "./server/running-roles";
import { webEnvironment } from "./server/web-environment";

/** Works on jobs until it is stopped. The database has to be there: `npm start` or an administrator made it. */
export async function runWorker(root: string): Promise<void> {
  try {
    if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
    const environment = readEnvironment({ ...process.env, HEARTH_JOBS: "worker" }, root);
    const urls = await runningRoles(
      environment,
      "Start Hearth first: HEARTH_JOBS=worker npm start",
    );
    Object.assign(process.env, webEnvironment(environment, urls, "production"));
    // Read only now: it takes its settings from the environment above.
    const { startJobs } = await import("@/lib/server/jobs/start-jobs");
    const jobs = await startJobs();
    process.stdout.write("The worker is up. Ctrl-C stops it.\n");
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => void jobs.stop().finally(() => process.exit(0)));
    }
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}
