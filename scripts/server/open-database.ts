import { join } from "node:path";

import { prepareDatabase, type RoleAccess } from "@/lib/data/setup/prepare-database";
import type { RoleUrls } from "@/lib/data/setup/roles";
import type { Environment } from "@/lib/server/environment";
import { storedSecrets } from "@/lib/server/stored-secrets";

import { type EmbeddedPostgres, startEmbedded } from "../postgres/embedded";

/** A database that is migrated, granted and checked. */
export type OpenDatabase = {
  ownerUrl: string;
  roleUrls: RoleUrls;
  /** Names of the migrations applied now. */
  applied: string[];
  /** Stops the server when it is ours; an external one is left alone. */
  close: () => Promise<void>;
};

/**
 * Opens the database of an installation: the server in `DATABASE_URL`, or the embedded one.
 *
 * @throws SetupError whose message says what to do
 */
export async function openDatabase(
  environment: Environment,
  options: { root: string; durable?: boolean; note: (line: string) => void },
): Promise<OpenDatabase> {
  const { root, note } = options;
  const embedded =
    environment.ownerUrl === undefined
      ? await startEmbedded({
          dataDir: environment.dataDir,
          password: storedSecrets(environment.dataDir).owner,
          durable: options.durable ?? true,
          note,
        })
      : undefined;
  try {
    const ownerUrl = environment.ownerUrl ?? urlOf(embedded);
    const { urls, applied } = await prepareDatabase({
      ownerUrl,
      schema: environment.schema,
      migrationsDir: join(root, "prisma/migrations"),
      access: roleAccess(environment),
    });
    return { ownerUrl, roleUrls: urls, applied, close: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function urlOf(embedded: EmbeddedPostgres | undefined): string {
  if (embedded === undefined) throw new Error("no database was opened");
  return embedded.urlFor("hearth");
}

function roleAccess(environment: Environment): RoleAccess {
  // Role URLs without an owner's URL name some other server: the embedded one makes its own.
  if (environment.roleUrls !== undefined && environment.ownerUrl !== undefined) {
    return { by: "administrator", urls: environment.roleUrls };
  }
  const { web, ballot, sealer } = storedSecrets(environment.dataDir);
  return { by: "hearth", prefix: environment.rolePrefix, passwords: { web, ballot, sealer } };
}
