import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

import { type Client, escapeIdentifier, escapeLiteral } from "pg";

import type { DatabaseRoles } from "./grants";
import { SetupError } from "./setup-error";

/** One password for each login role. */
export type RolePasswords = { web: string; ballot: string; sealer: string };

const SCRAM_ITERATIONS = 4096;

/** One login URL for each of the three roles. */
export type RoleUrls = { web: string; ballot: string; sealer: string };

/** The names of the three login roles: `hearth_web`, `hearth_ballot`, `hearth_sealer` with the default prefix. */
export function roleNames(prefix: string): DatabaseRoles {
  return { web: `${prefix}_web`, ballot: `${prefix}_ballot`, sealer: `${prefix}_sealer` };
}

/**
 * Makes sure that the three roles exist, can log in with these passwords and have no right of their own.
 *
 * @throws SetupError when the connected login may not create roles.
 */
export async function ensureRoles(
  client: Client,
  roles: DatabaseRoles,
  passwords: RolePasswords,
): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('hearth roles', 0))");
    await requireCreateRole(client, roles);
    for (const key of ["web", "ballot", "sealer"] as const) {
      await ensureRole(client, roles[key], passwords[key]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role);
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (found.rowCount === 0) {
    await client.query(
      `CREATE ROLE ${name} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT`,
    );
  }
  await client.query(`ALTER ROLE ${name} LOGIN NOINHERIT PASSWORD ${escapeLiteral(scramVerifier(password))}`);
}

async function requireCreateRole(client: Client, roles: DatabaseRoles): Promise<void> {
  const { rows } = await client.query<{ name: string; may: boolean }>(
    "SELECT rolname AS name, rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user",
  );
  if (rows[0]?.may === true) return;
  const login = rows[0]?.name ?? "?";
  throw new SetupError(
    [
      `The login "${login}" in DATABASE_URL may not create the three logins that keep ballots apart.`,
      "Either let it (as the server's administrator):",
      `  ALTER ROLE ${escapeIdentifier(login)} CREATEROLE;`,
      "or make the three yourself, each with a password of its own:",
      ...[roles.web, roles.ballot, roles.sealer].map(
        (role) => `  CREATE ROLE ${escapeIdentifier(role)} LOGIN NOINHERIT PASSWORD '…';`,
      ),
      "and set HEARTH_WEB_DATABASE_URL, HEARTH_BALLOT_DATABASE_URL and HEARTH_SEALER_DATABASE_URL.",
    ].join("\n"),
  );
}

/**
 * What PostgreSQL stores for a password (RFC 5803, SCRAM-SHA-256). Computed here so that a server that logs
 * statements never writes the password itself.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest("base64");
  const serverKey = createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${String(SCRAM_ITERATIONS)}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
