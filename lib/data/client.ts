import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "@/generated/prisma/client";
import { environment } from "@/lib/server/environment";

/** Connection strings of the three roles and the district's schema. */
export interface DatabaseSettings {
  readonly webUrl: string;
  readonly ballotUrl: string;
  readonly sealerUrl: string;
  readonly schema: string;
}

/** What a data function runs on: the web role's client, or a transaction of it. */
export type Tx = PrismaClient | Prisma.TransactionClient;

interface Connections {
  readonly settings: DatabaseSettings;
  readonly prisma: PrismaClient;
  readonly web: pg.Pool;
  readonly ballot: pg.Pool;
  readonly sealer: pg.Pool;
}

// Next bundles routes and start-up code apart: the connections of a process hang on globalThis so
// that there is one pool a role, not one a bundle.
const holder = globalThis as typeof globalThis & { hearthConnections?: Connections };

function pool(url: string, schema: string, max: number): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    options: `-c search_path=${schema}`,
    application_name: "hearth",
    idleTimeoutMillis: 30_000,
  });
}

function connect(settings: DatabaseSettings): Connections {
  const web = pool(settings.webUrl, settings.schema, 10);
  const ballot = pool(settings.ballotUrl, settings.schema, 8);
  const sealer = pool(settings.sealerUrl, settings.schema, 2);
  // A lost idle connection is replaced at the next use; without a listener it would end the process.
  for (const each of [web, ballot, sealer]) each.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(web, { schema: settings.schema }) });
  return { settings, prisma, web, ballot, sealer };
}

function settingsFromEnvironment(): DatabaseSettings {
  const { roleUrls, schema } = environment();
  if (roleUrls === undefined) {
    throw new Error('The database logins are not set. Start Hearth with "npm start", which sets them.');
  }
  return { webUrl: roleUrls.web, ballotUrl: roleUrls.ballot, sealerUrl: roleUrls.sealer, schema };
}

/** Connects this process to a district. For tests, the seed and the command line. */
export function configureDatabase(settings: DatabaseSettings): void {
  holder.hearthConnections = connect(settings);
}

function connections(): Connections {
  holder.hearthConnections ??= connect(settingsFromEnvironment());
  return holder.hearthConnections;
}

/** The web role's Prisma client. */
export function prisma(): PrismaClient {
  return connections().prisma;
}

/** The web role's pool, for bulk statements that Prisma cannot say. */
export function webPool(): pg.Pool {
  return connections().web;
}

/** The ballot role's pool: it can insert into the box and read public keys, nothing else. */
export function ballotPool(): pg.Pool {
  return connections().ballot;
}

/** The sealer's pool: the only one that reads the box. */
export function sealerPool(): pg.Pool {
  return connections().sealer;
}

/** The settings in force, for the job queue. */
export function databaseSettings(): DatabaseSettings {
  return connections().settings;
}

/** Runs `work` in one transaction of the web role; an exception rolls everything back. */
export async function inTransaction<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  return prisma().$transaction(work, { timeout: options.timeoutMs ?? 30_000, maxWait: 10_000 });
}

/** Runs `work` on one connection of a pool in one transaction; an exception rolls everything back. */
export async function inPoolTransaction<T>(
  from: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await from.connect();
  let broken = false;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Closes every pool. */
export async function closeDatabase(): Promise<void> {
  const open = holder.hearthConnections;
  if (open === undefined) return;
  delete holder.hearthConnections;
  await open.prisma.$disconnect();
  await Promise.all([open.web.end(), open.ballot.end(), open.sealer.end()]);
}
