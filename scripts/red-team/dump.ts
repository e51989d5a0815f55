import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Instance } from "@/e2e/support/instance";

import { ownerRows } from "./truth";

/** What a thief of the machine's disks carries away: every table, every key file, the data directory's files. */
export interface Dump {
  /** By table: its rows as text, in the order in which they lie. */
  readonly tables: ReadonlyMap<string, string>;
  /** By path: contents of the key directory. */
  readonly keys: ReadonlyMap<string, Buffer>;
  /** The data directory without the database: secrets, uploads. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Reads all of it as the owner of the database and of the machine. */
export async function dumpEverything(instance: Instance): Promise<Dump> {
  const names = await ownerRows<{ name: string }>(
    instance,
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const tables = new Map<string, string>();
  for (const { name } of names) {
    const rows = await ownerRows<{ row: string }>(instance, `SELECT t::text AS row FROM ${name} t`);
    tables.set(name, rows.map(({ row }) => row).join("\n"));
  }
  return { tables, keys: filesIn(instance.keyDir), files: filesIn(instance.dataDir) };
}

function filesIn(directory: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const entries = readdirSync(directory, { recursive: true, encoding: "utf8" });
  for (const entry of entries) {
    const path = join(directory, entry);
    if (statSync(path).isFile() && !entry.startsWith("postgres"))
      found.set(path, readFileSync(path));
  }
  return found;
}
