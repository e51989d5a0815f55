import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, configureDatabase } from "@/lib/data/client";
import { createTestDatabase } from "@/scripts/testing/test-database";

/** An empty district on real PostgreSQL with directories of its own, for one test file. */
export interface TestDistrict {
  readonly dir: string;
  /** Writes a file and returns its path. */
  readonly write: (name: string, text: string) => string;
  readonly close: () => Promise<void>;
}

/** Call before anything reads the environment. */
export async function openTestDistrict(): Promise<TestDistrict> {
  const dir = mkdtempSync(join(tmpdir(), "hearth-imports-"));
  process.env.HEARTH_DATA_DIR = join(dir, "data");
  process.env.HEARTH_KEY_DIR = join(dir, "keys");
  process.env.NEXTAUTH_SECRET = "a secret of forty characters for testing";
  process.env.HEARTH_SEAT_PEPPER = "a pepper of forty characters for testing";
  const database = await createTestDatabase();
  const { web, ballot, sealer } = database.urls;
  configureDatabase({ webUrl: web, ballotUrl: ballot, sealerUrl: sealer, schema: database.schema });
  return {
    dir,
    write: (name, text) => {
      const path = join(dir, name);
      writeFileSync(path, text);
      return path;
    },
    close: async () => {
      await closeDatabase();
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Bytes as a browser would send them, in small pieces. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}
