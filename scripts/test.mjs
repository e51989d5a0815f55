/** `npm test`: checks, unit, integration, end-to-end, red team. Later stages run whatever the earlier ones say. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bootstrap, root } from "./bootstrap.mjs";

await bootstrap();
const { ensureChromium } = await import("./chromium.mjs");
const { runChecks } = await import("./check.mjs");

const reports = mkdtempSync(join(tmpdir(), "hearth-reports-"));
const total = { passed: 0, failed: 0, skipped: 0 };

const chromium = ensureChromium();

heading("Checks");
add("checks", await runChecks());

heading("Unit tests");
add("unit tests", await vitest("unit", []));

heading("Integration tests");
add("integration tests", await vitest("integration", ["--config", "vitest.itest.config.ts"]));

heading("End-to-end tests");
// One production build for both stages.
const missing =
  chromium === undefined
    ? "there is no Chromium to run them in"
    : (await buildPages())
      ? undefined
      : "the production build failed";
add("end-to-end tests", missing ? broken(missing) : await playwright(chromium));

heading("Red team");
add("red team", missing ? broken(missing) : await redTeam(chromium));

rmSync(reports, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

function heading(text) {
  console.log(`\n── ${text}`);
}

function add(stage, result) {
  // A stage in which nothing ran has shown nothing.
  const counted = result.passed + result.failed > 0 ? result : broken("not one test ran");
  if (counted.reason) console.log(`✗ ${stage}: ${counted.reason}`);
  total.passed += counted.passed;
  total.failed += counted.failed;
  total.skipped += counted.skipped ?? 0;
}

function broken(reason) {
  return { passed: 0, failed: 1, reason };
}

async function vitest(name, args) {
  const report = join(reports, `${name}.json`);
  const code = await run([
    "node_modules/vitest/vitest.mjs",
    "run",
    ...args,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const read = readReport(report);
  if (read === undefined) return broken("they ended without a report");
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read;
  // A file that does not load fails without a test of its own.
  const failedFiles = read.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  ).length;
  const failed = numFailedTests + failedFiles;
  return {
    passed: numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

async function buildPages() {
  return (await run(["--import", "tsx", "scripts/build-for-tests.ts"])) === 0;
}

async function playwright(executable) {
  const report = join(reports, "e2e.json");
  const code = await run(["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const stats = readReport(report)?.stats;
  if (stats === undefined) return broken("they ended without a report");
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

async function redTeam(executable) {
  try {
    const { register } = await import("tsx/esm/api");
    register();
    const { runRedTeam } = await import("./red-team/run-red-team.ts");
    return await runRedTeam(root, executable, []);
  } catch (error) {
    return broken(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      // Logs are read as plain text.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
    });
    child.on("close", resolve);
  });
}
