import { Client, DatabaseError, escapeIdentifier } from "pg";

import { SetupError } from "./setup-error";

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens one connection, hands it over and closes it whatever happens.
 *
 * @throws what the connection or `use` throws; connection errors are left as they are so that callers can read `code`.
 */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "hearth set-up",
  });
  // Without a listener a server that goes away would end the whole process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The SQLSTATE or the system code (`ECONNREFUSED`) of an error, or `undefined`. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  if (error instanceof DatabaseError) return error.code;
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}

/** A database URL that may be shown: everything but the password. */
export function shownUrl(url: string): string {
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "…";
  return decodeURIComponent(shown.href);
}

/** The same server and database, another login. */
export function urlForRole(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Whether the server answers and lets this login in; other errors are thrown. */
export async function canConnect(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return true;
  } catch (error) {
    // Refused, reset, starting up or shutting down: not yet, or no longer.
    if (["ECONNREFUSED", "ECONNRESET", "57P03", "57P01"].includes(errorCode(error) ?? "")) {
      return false;
    }
    throw error;
  }
}

/**
 * Creates the database that `ownerUrl` names when the server has none of that name.
 *
 * @throws SetupError when the server cannot be reached, refuses the login, or refuses to create the database.
 */
export async function ensureDatabase(ownerUrl: string): Promise<void> {
  try {
    await withClient(ownerUrl, (client) => client.query("SELECT 1"));
  } catch (error) {
    if (errorCode(error) !== "3D000") throw new SetupError(connectionAdvice(ownerUrl, error));
    await createDatabase(ownerUrl);
  }
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const maintenance = new URL(ownerUrl);
  maintenance.pathname = "/postgres";
  try {
    await withClient(maintenance.href, (client) =>
      client.query(`CREATE DATABASE ${escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`),
    );
  } catch (error) {
    throw new SetupError(
      `The server has no database "${name}" and this login may not create it (${messageOf(error)}).\n` +
        `Create it as its administrator: CREATE DATABASE ${escapeIdentifier(name)};`,
    );
  }
}

function connectionAdvice(url: string, error: unknown): string {
  const shown = shownUrl(url);
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return `PostgreSQL refused the login in ${shown}. Check the name and the password.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ETIMEDOUT":
      return `No PostgreSQL answers at ${shown}. Check host and port, and that the server runs.`;
    default:
      return `Could not connect to ${shown}: ${messageOf(error)}`;
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : String(error);
}
