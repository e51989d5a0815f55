import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Unit tests: pure code, beside its file. Integration tests (`*.itest.ts`) have their own configuration. */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: [
      "lib/**/*.test.ts",
      "components/**/*.test.ts",
      "cli/**/*.test.ts",
      "scripts/**/*.test.ts",
      "prisma/**/*.test.ts",
    ],
    environment: "node",
    setupFiles: ["scripts/testing/property-seed.ts"],
    testTimeout: 30_000,
  },
});
