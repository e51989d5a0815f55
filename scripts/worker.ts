import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { canConnect, urlForRole } from "@/lib/data/setup/connect";
import { type RolePasswords, roleNames, type RoleUrls } from "@/lib/data/setup/roles";
import { SetupError } from "@/lib/data/setup/setup-error";
import { type Environment, readEnvironment } from "@/lib/server/environment";
import { storedSecrets } from "@/lib/server/stored-secrets";

import { webEnvironment } from "./server/web-environment";

/** Works on jobs until it is stopped. The database has to be there: `npm start` or an administrator made it. */
export async function runWorker(root: string): Promise<void> {
  try {
    if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
    const environment = readEnvironment({ ...process.env, HEARTH_JOBS: "worker" }, root);
    const urls = environment.roleUrls ?? rolesOf(environment);
    if (!(await canConnect(urls.web))) {
      throw new SetupError("No database answers. Start Hearth first: HEARTH_JOBS=worker npm start");
    }
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

/** The logins that `npm start` made, on the server in DATABASE_URL or on the embedded one. */
function rolesOf(environment: Environment): RoleUrls {
  const portFile = join(environment.dataDir, "postgres-port");
  if (environment.ownerUrl === undefined && !existsSync(portFile)) {
    throw new SetupError(
      "There is no database yet. Start Hearth first: HEARTH_JOBS=worker npm start",
    );
  }
  const owner =
    environment.ownerUrl ??
    `postgresql://owner@127.0.0.1:${readFileSync(portFile, "utf8").trim()}/hearth`;
  const names = roleNames(environment.rolePrefix);
  const secrets = storedSecrets(environment.dataDir);
  const url = (role: keyof RolePasswords) => urlForRole(owner, names[role], secrets[role]);
  return { web: url("web"), ballot: url("ballot"), sealer: url("sealer") };
}
