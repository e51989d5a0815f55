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
      ...["app", "pages", "student", "components", "lib", "cli", "scripts", "prisma", "e2e"],
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
  const total = { passed: 0, failed: 0 };
  const check = async ({ name, args, proof }) => {
    const present = args.filter(
      (arg) =>
        !/^(app|pages|student|components|lib|cli|scripts|prisma|e2e)$/.test(arg) || existsSync(arg),
    );
    const began = Date.now();
    const { code, output } = await run(present);
    const proven = proof === undefined || proof.test(output);
    const ok = code === 0 && proven;
    console.log(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    if (!ok) console.log(proven || code !== 0 ? output : `${output}\nIt read no modules at all.`);
    total[ok ? "passed" : "failed"] += 1;
  };
  // The longest beside the others: two processors are the least that Hearth is made for.
  const lint = CHECKS.filter(({ name }) => name === "lint");
  const others = CHECKS.filter(({ name }) => name !== "lint");
  await Promise.all(
    [lint, others].map(async (row) => {
      for (const one of row) await check(one);
    }),
  );
  return total;
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
