import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Integration tests: real PostgreSQL, one cluster a run, one cloned database a file. */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["**/*.itest.ts"],
    exclude: ["node_modules/**", ".next*/**", "data/**", "tmp/**"],
    environment: "node",
    globalSetup: ["scripts/testing/integration-setup.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
