import { type Client, escapeIdentifier } from "pg";

import { errorCode, messageOf, shownUrl, withClient } from "./connect";
import type { RoleUrls } from "./roles";
import { SetupError } from "./setup-error";

/**
 * Refuses to go on unless the server itself keeps the ballot box from everyone but the sealer: the web role can
 * neither read nor write it, by itself or through any role it could become, and the ballot role can only add.
 *
 * @throws SetupError saying which role can do what, and how to take it away.
 */
export async function checkRoles(urls: RoleUrls, schema: string): Promise<void> {
  const users = Object.values(urls).map((url) => decodeURIComponent(new URL(url).username));
  if (new Set(users).size !== users.length) {
    throw new SetupError(
      "HEARTH_WEB_DATABASE_URL, HEARTH_BALLOT_DATABASE_URL and HEARTH_SEALER_DATABASE_URL must be three " +
        "different logins: with one login the web pages could read the ballots.",
    );
  }
  await checkLogin(urls.web, schema, ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"]);
  await checkLogin(urls.ballot, schema, ["SELECT", "UPDATE", "DELETE", "TRUNCATE"]);
}

async function checkLogin(url: string, schema: string, forbidden: string[]): Promise<void> {
  try {
    await withClient(url, async (client) => {
      await refuseRoles(client, schema, forbidden);
      await refuseReading(client, schema);
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`Could not check the login in ${shownUrl(url)}: ${messageOf(error)}`);
  }
}

/** Asks the catalogue about the login and every role it may switch to. */
async function refuseRoles(client: Client, schema: string, forbidden: string[]): Promise<void> {
  const box = `${escapeIdentifier(schema)}.ballot_box`;
  const { rows } = await client.query<{ login: string; via: string; power: string }>(
    `SELECT session_user AS login, role.rolname AS via,
            CASE WHEN role.rolsuper THEN 'SUPERUSER' WHEN role.rolcreaterole THEN 'CREATEROLE'
                 WHEN pg_has_role(role.oid, box.relowner, 'MEMBER') THEN 'OWNER' ELSE wanted END AS power
       FROM pg_roles role, pg_class box, unnest($2::text[]) wanted
      WHERE box.oid = $1::regclass AND pg_has_role(session_user, role.oid, 'MEMBER')
        AND (role.rolsuper OR role.rolcreaterole OR pg_has_role(role.oid, box.relowner, 'MEMBER')
             OR has_table_privilege(role.oid, box.oid, wanted)
             OR (wanted IN ('SELECT', 'INSERT', 'UPDATE') AND has_any_column_privilege(role.oid, box.oid, wanted)))
      ORDER BY role.rolname = session_user DESC, power LIMIT 1`,
    [box, forbidden],
  );
  const found = rows[0];
  if (found !== undefined) throw new SetupError(refusal(box, found));
}

/** Asks the server by trying: the only answer that counts. */
async function refuseReading(client: Client, schema: string): Promise<void> {
  try {
    await client.query(`SELECT 1 FROM ${escapeIdentifier(schema)}.ballot_box LIMIT 0`);
  } catch (error) {
    if (errorCode(error) === "42501") return;
    throw error;
  }
  const login = client.user ?? "?";
  throw new SetupError(refusal(`${schema}.ballot_box`, { login, via: login, power: "SELECT" }));
}

function refusal(box: string, found: { login: string; via: string; power: string }): string {
  const { login, via, power } = found;
  const attribute = power === "SUPERUSER" || power === "CREATEROLE";
  const cure =
    via !== login
      ? `REVOKE ${escapeIdentifier(via)} FROM ${escapeIdentifier(login)};`
      : attribute
        ? `ALTER ROLE ${escapeIdentifier(login)} NO${power};`
        : power === "OWNER"
          ? `ALTER TABLE ${box} OWNER TO <the login in DATABASE_URL>;`
          : `REVOKE ALL ON ${box} FROM ${escapeIdentifier(login)}, PUBLIC;`;
  return [
    `Hearth does not start: the login "${login}" has ${power} on the ballot box` +
      (via === login ? "." : ` through the role "${via}".`),
    "Students were promised that the pages cannot reach their ballots. Take the right away:",
    `  ${cure}`,
  ].join("\n");
}
