import { inject } from "vitest";

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
