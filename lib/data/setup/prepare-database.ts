import { type Client, escapeIdentifier } from "pg";

import { checkRoles } from "./check-roles";
import { ensureDatabase, urlForRole, withClient } from "./connect";
import { type DatabaseRoles, grantStatements } from "./grants";
import { prepareJobs } from "./jobs";
import { migrate } from "./migrate";
import { ensureRoles, type RolePasswords, type RoleUrls, roleNames } from "./roles";
import { SetupError } from "./setup-error";

const OLDEST_SERVER = 15;

/** Who makes the three logins: Hearth itself, or an administrator who gives their URLs. */
export type RoleAccess =
  { by: "hearth"; prefix: string; passwords: RolePasswords } | { by: "administrator"; urls: RoleUrls };

/** A database that is ready to serve. */
export type PreparedDatabase = { urls: RoleUrls; applied: string[] };

/**
 * Makes a database ready: creates it when missing, then roles, migrations, grants, the job queue, and the check that the web role
 * cannot read the ballot box. Safe to repeat at every start and from two processes at once.
 *
 * @param options.ownerUrl login that owns the tables
 * @returns the three role URLs and the names of migrations applied now
 * @throws SetupError whose message says what to do
 */
export async function prepareDatabase(options: {
  ownerUrl: string;
  schema: string;
  migrationsDir: string;
  access: RoleAccess;
}): Promise<PreparedDatabase> {
  const { ownerUrl, schema, migrationsDir, access } = options;
  await ensureDatabase(ownerUrl);
  const { roles, urls } = rolesOf(ownerUrl, access);
  await withClient(ownerUrl, async (client) => {
    await requireServerVersion(client);
    if (access.by === "hearth") await ensureRoles(client, roles, access.passwords);
  });
  const applied = await migrate({ ownerUrl, schema, migrationsDir });
  await withClient(ownerUrl, (client) => applyGrants(client, schema, roles));
  await prepareJobs({ url: ownerUrl, schema, roles });
  await checkRoles(urls, schema);
  return { urls, applied };
}

function rolesOf(ownerUrl: string, access: RoleAccess): { roles: DatabaseRoles; urls: RoleUrls } {
  if (access.by === "administrator") {
    const { web, ballot, sealer } = access.urls;
    return {
      roles: { web: loginOf(web), ballot: loginOf(ballot), sealer: loginOf(sealer) },
      urls: access.urls,
    };
  }
  const roles = roleNames(access.prefix);
  const { passwords } = access;
  return {
    roles,
    urls: {
      web: urlForRole(ownerUrl, roles.web, passwords.web),
      ballot: urlForRole(ownerUrl, roles.ballot, passwords.ballot),
      sealer: urlForRole(ownerUrl, roles.sealer, passwords.sealer),
    },
  };
}

function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function requireServerVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text",
  );
  const version = rows[0];
  if (version !== undefined && version.number >= OLDEST_SERVER * 10_000) return;
  throw new SetupError(
    `Hearth needs PostgreSQL ${String(OLDEST_SERVER)} or newer; this server is ${version?.text ?? "unknown"}. ` +
      "Upgrade it, or unset DATABASE_URL to use the PostgreSQL that comes with Hearth.",
  );
}

/** Grants in one transaction: no moment at which a role has lost its rights. */
async function applyGrants(client: Client, schema: string, roles: DatabaseRoles): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `hearth migrate ${schema}`,
  ]);
  await client.query("SELECT set_config('search_path', $1, true)", [escapeIdentifier(schema)]);
  for (const statement of grantStatements({ schema, roles })) await client.query(statement);
  await client.query("COMMIT");
}
