import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, SchemaEngine } from "@prisma/schema-engine-wasm";
import { escapeIdentifier, Pool } from "pg";

import { errorCode, messageOf } from "./connect";
import { SetupError } from "./setup-error";

const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations a district lacks, in the order of their names, and creates its schema when it is missing.
 *
 * Everything happens in one transaction, the history table included: a kill at any moment leaves the district as it
 * was, and the next start begins afresh. Two starts at once wait for each other on an advisory lock.
 *
 * @returns the names of the migrations applied now; empty when there was nothing to do.
 * @throws SetupError naming the migration and the reason.
 */
export async function migrate(options: {
  ownerUrl: string;
  schema: string;
  migrationsDir: string;
}): Promise<string[]> {
  const { ownerUrl, schema, migrationsDir } = options;
  const migrations = await readMigrations(migrationsDir);
  // One connection, never swapped: the transaction below has to hold for every statement of the engine.
  const pool = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 });
  pool.on("error", () => undefined);
  try {
    await pool.query("BEGIN");
    await pool.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `hearth migrate ${schema}`,
    ]);
    await createSchema(pool, schema);
    await pool.query("SELECT set_config('search_path', $1, true)", [escapeIdentifier(schema)]);
    const applied = await applyWithEngine(pool, { schema, migrationsDir, migrations });
    await pool.query("COMMIT");
    return applied;
  } catch (error) {
    await pool.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await pool.end();
  }
}

async function createSchema(pool: Pool, schema: string): Promise<void> {
  const found = await pool.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  if (found.rowCount === 1) return;
  try {
    await pool.query(`CREATE SCHEMA ${escapeIdentifier(schema)}`);
  } catch (error) {
    if (errorCode(error) !== "42501") throw error;
    throw new SetupError(
      `The login in DATABASE_URL may not create the schema "${schema}". As the database's administrator:\n` +
        `  GRANT CREATE ON DATABASE <database> TO <login>;`,
    );
  }
}

async function applyWithEngine(
  pool: Pool,
  plan: { schema: string; migrationsDir: string; migrations: MigrationDirectory[] },
): Promise<string[]> {
  let failure: SetupError | undefined;
  const adapter = await new PrismaPg(pool, { schema: plan.schema }).connect();
  // The stock method cuts a script at every ";", which breaks function bodies, and runs the parts one by one.
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script);
    } catch (error) {
      failure = new SetupError(describeFailure(plan.migrations, script, error));
      throw failure;
    }
  };
  adapter.startTransaction = () =>
    Promise.reject(new Error("migrations run in one transaction that is already open"));
  // The pool is ours to end.
  adapter.dispose = () => Promise.resolve();
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: adapter.adapterName,
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: () => Promise.reject(new Error("migrations need no shadow database")),
  });
  const engine = await newEngine(factory);
  try {
    const output = await engine.applyMigrations({
      migrationsList: {
        baseDir: plan.migrationsDir,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: plan.migrations,
      },
      filters: FILTERS,
    });
    return output.appliedMigrationNames;
  } catch (error) {
    throw failure ?? new SetupError(`The database could not be migrated: ${messageOf(error)}`);
  } finally {
    engine.free();
  }
}

async function readMigrations(migrationsDir: string): Promise<MigrationDirectory[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(migrationsDir, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
}

function describeFailure(
  migrations: MigrationDirectory[],
  script: string,
  error: unknown,
): string {
  const migration = migrations.find(({ migrationFile }) => migrationFile.content.value === script);
  const position = error instanceof Error && "position" in error ? Number(error.position) : NaN;
  const line = Number.isNaN(position) ? "" : `, line ${String(script.slice(0, position).split("\n").length)}`;
  return `Migration ${migration?.path ?? "(unnamed)"}${line} failed and was undone: ${messageOf(error)}`;
}

type EngineModule = typeof import("@prisma/schema-engine-wasm") & {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

let loading: Promise<EngineModule> | undefined;

/** The package's own entry imports its `.wasm` as a module, which Node does only behind a flag: we do it by hand. */
async function loadEngine(): Promise<EngineModule> {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const bytes = await readFile(join(dirname(path), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") (start as () => void)();
  return glue;
}

async function newEngine(factory: object): Promise<SchemaEngine> {
  loading ??= loadEngine();
  const { SchemaEngine: Engine } = await loading;
  return Engine.new({ datamodels: undefined }, () => undefined, factory);
}
