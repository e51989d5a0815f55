/**
 * `npm run properties -- 10 500`: every property with ten seeds drawn by chance, 500 cases each where a property does
 * not say how many itself. What fails prints its seed and the case, which then belongs into a test of its own.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const [rounds = 5, cases = 300] = process.argv.slice(2).map(Number);
const files = ["lib", "components", "cli", "scripts", "prisma"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => readFileSync(name, "utf8").includes('from "fast-check"'));

let failed = 0;
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`\n── Round ${round} of ${rounds}: seed ${seed}, ${files.length} files`);
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--testTimeout=900000", ...files],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, PROPERTY_SEED: String(seed), PROPERTY_RUNS: String(cases) },
    },
  );
  if (status !== 0) failed += 1;
}
console.log(`\n${rounds - failed} of ${rounds} rounds passed`);
process.exit(failed === 0 ? 0 : 1);
