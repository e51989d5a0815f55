/** `npm run check`: everything that can be found without running the program. Each check runs whatever the others say. */
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

import { bootstrap, root } from "./bootstrap.mjs";

const CHECKS = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "--noEmit"] },
  { name: "lint", args: ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0"] },
  {
    name: "boundaries",
    args: [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.cjs",
      ...["app", "pages", "components", "lib", "cli", "scripts", "prisma", "e2e"],
    ],
    // A cruise that reads nothing finds nothing wrong.
    proof: /\(([1-9]\d*) modules?, \d+ dependencies cruised\)/,
  },
  { name: "dead code", args: ["node_modules/knip/bin/knip.js", "--no-progress"] },
  {
    name: "format",
    args: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
  },
];

/**
 * Runs every check and prints each result.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  const { existsSync } = await import("node:fs");
  let passed = 0;
  let failed = 0;
  for (const check of CHECKS) {
    const args = check.args.filter(
      (arg) => !/^(app|pages|components|lib|cli|scripts|prisma|e2e)$/.test(arg) || existsSync(arg),
    );
    const began = Date.now();
    const { code, output } = await run(args);
    const proven = check.proof === undefined || check.proof.test(output);
    const ok = code === 0 && proven;
    console.log(`${ok ? "✓" : "✗"} ${check.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (!ok) console.log(proven ? output : `${output}\nIt read no modules at all.`);
    if (ok) passed += 1;
    else failed += 1;
  }
  return { passed, failed };
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => (output += chunk.toString("utf8")));
    }
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await bootstrap();
  const { failed } = await runChecks();
  process.exit(failed === 0 ? 0 : 1);
}
