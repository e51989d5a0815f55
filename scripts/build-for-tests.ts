/** The production build that end-to-end tests run against, beside the one that serves. */
import { fileURLToPath } from "node:url";

import { messageOf } from "@/lib/data/setup/connect";

import { ensureProductionBuild } from "./server/production-build";

try {
  await ensureProductionBuild(fileURLToPath(new URL("..", import.meta.url)), ".next-e2e", (line) =>
    process.stdout.write(`${line}\n`),
  );
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}
