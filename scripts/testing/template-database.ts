import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { urlForRole, withClient } from "@/lib/data/setup/connect";
import { prepareDatabase } from "@/lib/data/setup/prepare-database";
import { type RolePasswords, roleNames, type RoleUrls } from "@/lib/data/setup/roles";

/** What a test needs to make databases of its own; plain data, so that it can be handed to worker processes. */
export type TestCluster = {
  /** Owner's URL of the database `postgres`. */
  ownerUrl: string;
  template: string;
  schema: string;
  prefix: string;
  passwords: RolePasswords;
};

export const migrationsDir = join(
  fileURLToPath(new URL("../..", import.meta.url)),
  "prisma/migrations",
);

/** Prepares one database with roles, migrations and grants, from which every test's database is cloned. */
export async function makeTemplate(urlFor: (database: string) => string): Promise<TestCluster> {
  const word = () => randomBytes(24).toString("base64url");
  const cluster: TestCluster = {
    ownerUrl: urlFor("postgres"),
    template: "hearth_template",
    schema: "hearth_default",
    prefix: "hearth",
    passwords: { web: word(), ballot: word(), sealer: word() },
  };
  await prepareDatabase({
    ownerUrl: urlFor(cluster.template),
    schema: cluster.schema,
    migrationsDir,
    access: { by: "hearth", prefix: cluster.prefix, passwords: cluster.passwords },
  });
  return cluster;
}

/** A database of one test file. */
export type TestDatabase = {
  urls: RoleUrls & { owner: string };
  schema: string;
  /** Ends every connection to the database and removes it. */
  drop: () => Promise<void>;
};

/** Clones the template; takes some tens of milliseconds. */
export async function cloneTemplate(cluster: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(cluster.ownerUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${cluster.template}`),
  );
  const owner = new URL(cluster.ownerUrl);
  owner.pathname = `/${name}`;
  const roles = roleNames(cluster.prefix);
  const url = (role: keyof RolePasswords) =>
    urlForRole(owner.href, roles[role], cluster.passwords[role]);
  return {
    urls: { owner: owner.href, web: url("web"), ballot: url("ballot"), sealer: url("sealer") },
    schema: cluster.schema,
    drop: () =>
      withClient(cluster.ownerUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}
