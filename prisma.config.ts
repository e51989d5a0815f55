import { defineConfig } from "prisma/config";

/** For `prisma generate`. Migrations run at start through lib/data/setup/migrate.ts, not through this file. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
