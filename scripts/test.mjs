/** `npm test`: checks, unit, integration, end-to-end, red team. Later stages run whatever the earlier ones say. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bootstrap, root } from "./bootstrap.mjs";

const began = Date.now();
await bootstrap();
const { ensureChromium } = await import("./chromium.mjs");
const { runChecks } = await import("./check.mjs");
const { register } = await import("tsx/esm/api");

const reports = mkdtempSync(join(tmpdir(), "hearth-reports-"));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, by name: said again at the end, where whoever reads only the end of a log finds it. */
const failures = [];
/** Journeys that passed at the second try only: not failures, and not to be overlooked. */
const unsteady = [];

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
const demo = missing ? undefined : await filledDemo();
add("end-to-end tests", missing ? broken(missing) : await playwright(chromium));

heading("Red team");
add("red team", missing ? broken(missing) : await redTeam(chromium));

await demo?.remove();
rmSync(reports, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
for (const journey of unsteady) console.log(`\n~ passed at the second try only: ${journey}`);
for (const failure of failures) console.log(`\n✗ ${failure}`);
heading("Ended");
const again = unsteady.length > 0 ? `, ${unsteady.length} at the second try` : "";
console.log(`${total.passed} passed${again}, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);

function heading(text) {
  console.log(`\n── ${text} (after ${((Date.now() - began) / 60_000).toFixed(1)} min)`);
}

function add(stage, result) {
  // A stage in which nothing ran has shown nothing.
  const counted = result.passed + result.failed > 0 ? result : broken("not one test ran");
  if (counted.reason) console.log(`✗ ${stage}: ${counted.reason}`);
  failures.push(
    ...[...(counted.reason ? [counted.reason] : []), ...(counted.failures ?? [])].map(
      (one) => `${stage}: ${one}`,
    ),
  );
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
    failures: read.testResults.flatMap((file) => [
      ...(file.message ? [`${file.name}\n${firstLines(file.message)}`] : []),
      ...file.assertionResults
        .filter(({ status }) => status === "failed")
        .map(
          (test) =>
            `${file.name}: ${test.fullName}\n${firstLines(test.failureMessages.join("\n"))}`,
        ),
    ]),
  };
}

async function buildPages() {
  return (await run(["--import", "tsx", "scripts/build-for-tests.ts"])) === 0;
}

/** Once for all that look at it. Whoever does not find it fills one for themselves, and says what goes wrong. */
async function filledDemo() {
  try {
    register();
    const { fillDemo } = await import("./testing/filled-demo.ts");
    const filled = await fillDemo(root);
    Object.assign(process.env, filled.env);
    return filled;
  } catch (error) {
    console.log(`The demonstration could not be filled beforehand: ${String(error)}`);
    return undefined;
  }
}

async function playwright(executable) {
  const report = join(reports, "e2e.json");
  const code = await run(["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_RETRIES: "1",
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  const read = readReport(report);
  if (read === undefined) return broken("they ended without a report");
  const { stats } = read;
  const failed = stats.unexpected;
  const specs = read.suites.flatMap(specsOf);
  unsteady.push(
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(wrongIn),
  );
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped,
    failures: [
      ...read.errors.map(({ message }) => firstLines(message ?? "an error outside of any test")),
      ...specs.filter(({ ok }) => !ok).map(wrongIn),
    ],
  };
}

/** The tests of a file or a group of Playwright's report, and of those in it. */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** A test's name and what went wrong in it, whichever try it was. */
function wrongIn({ file, title, tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
  return `${file}: ${title}\n${firstLines(errors.map(({ message }) => message).join("\n"))}`;
}

function firstLines(text) {
  return text.split("\n").slice(0, 12).join("\n");
}

async function redTeam(executable) {
  try {
    register();
    const { runRedTeam } = await import("./red-team/run-red-team.ts");
    return await runRedTeam(root, executable, [], { testsRan: true });
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
