import { inject } from "vitest";

import { configureDatabase } from "@/lib/data/client";

import { cloneTemplate, type TestCluster, type TestDatabase } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

/**
 * A fresh, migrated, empty database on real PostgreSQL for one test file (`*.itest.ts`). Call `drop()` in `afterAll`.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneTemplate(inject("testCluster"));
}

/** The same, with `lib/data` connected to it by its three logins. Call `closeDatabase()` before `drop()`. */
export async function connectTestDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const { web: webUrl, ballot: ballotUrl, sealer: sealerUrl } = database.urls;
  configureDatabase({ webUrl, ballotUrl, sealerUrl, schema: database.schema });
  return database;
}
