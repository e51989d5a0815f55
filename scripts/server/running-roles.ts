import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { canConnect, urlForRole } from "@/lib/data/setup/connect";
import { type RolePasswords, roleNames, type RoleUrls } from "@/lib/data/setup/roles";
import { SetupError } from "@/lib/data/setup/setup-error";
import type { Environment } from "@/lib/server/environment";
import { storedSecrets } from "@/lib/server/stored-secrets";

/**
 * The logins that `npm start` made, on the server in DATABASE_URL or on the embedded one, which has to run.
 *
 * @param advice what to do when no database answers
 * @throws SetupError with that advice
 */
export async function runningRoles(environment: Environment, advice: string): Promise<RoleUrls> {
  const urls = environment.roleUrls ?? rolesOf(environment, advice);
  if (!(await canConnect(urls.web))) throw new SetupError(`No database answers. ${advice}`);
  return urls;
}

function rolesOf(environment: Environment, advice: string): RoleUrls {
  const portFile = join(environment.dataDir, "postgres-port");
  if (environment.ownerUrl === undefined && !existsSync(portFile)) {
    throw new SetupError(`There is no database yet. ${advice}`);
  }
  const owner =
    environment.ownerUrl ??
    `postgresql://owner@127.0.0.1:${readFileSync(portFile, "utf8").trim()}/hearth`;
  const names = roleNames(environment.rolePrefix);
  const secrets = storedSecrets(environment.dataDir);
  const url = (role: keyof RolePasswords) => urlForRole(owner, names[role], secrets[role]);
  return { web: url("web"), ballot: url("ballot"), sealer: url("sealer") };
}
