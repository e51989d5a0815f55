import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { runOver } from "../bench/connections";
import type { Outcome } from "./attack";
import type { Mutation } from "./mutation";
import { MUTATIONS } from "./mutation-list";

/** Copies in which tests run at the same time. */
const AT_ONCE = 2;

/** Tests of one kind, run together. */
interface Run {
  readonly postgres: boolean;
  readonly tests: readonly string[];
  /** A regular expression over their names. */
  readonly only: string;
}

/**
 * 15: copies of Hearth in which one protection is off. Its tests must fail there, and must pass in a copy in which
 * nothing is off: otherwise they show nothing. `testsRan`: they have, in the stages of `npm test` before this one.
 */
export async function runMutations(
  root: string,
  say: (line: string) => void,
  { testsRan }: { readonly testsRan: boolean },
): Promise<Outcome[]> {
  say("\n15. Mutations: a protection is off, and the suite must notice");
  const began = performance.now();
  const outcomes: Outcome[] = [];
  const copies = Array.from({ length: AT_ONCE }, () => copyOf(root));
  try {
    // Whole runs with nothing off take longest: first.
    const work = [...(testsRan ? [] : wholeRuns()), ...[...MUTATIONS].sort(byPostgres)];
    await runOver(work, AT_ONCE, async (each, at) => {
      const copy = copies[at] ?? root;
      outcomes.push(await ("find" in each ? withoutProtection(copy, each) : withAll(copy, each)));
    });
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  say(`   ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return outcomes;

  async function withAll(copy: string, run: Run): Promise<Outcome> {
    const result = await runTests(copy, run);
    const kind = run.postgres ? "integration tests" : "unit tests";
    return report(result.failed === 0 && result.passed > 0, `nothing off (${kind})`, result);
  }

  async function withoutProtection(copy: string, mutation: Mutation): Promise<Outcome> {
    const { name, file, find, replace } = mutation;
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    // A protection that was moved or renamed must be found here again, not be skipped.
    if (text.split(find).length !== 2) {
      const missing = `${name}: ${file} has not one place to switch off`;
      say(`   BROKEN ${missing}`);
      return { held: false, name: missing };
    }
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
    const result = await runTests(copy, runOf([mutation]));
    writeFileSync(path, text);
    return report(result.failed > 0, name, result);
  }

  function report(held: boolean, name: string, { passed, failed, seconds }: Counts): Outcome {
    say(
      `   ${held ? "held  " : "BROKEN"} tried: ${name}; found: ${failed} failed, ${passed} passed (${seconds.toFixed(1)} s)`,
    );
    return { held, name: `mutation ${name}: ${failed} failed, ${passed} passed` };
  }
}

const needsPostgres = ({ tests }: Mutation): boolean => tests.endsWith(".itest.ts");
const byPostgres = (a: Mutation, b: Mutation): number =>
  Number(needsPostgres(b)) - Number(needsPostgres(a));

/** All tests that any mutation runs. */
function wholeRuns(): Run[] {
  return [true, false].map((postgres) =>
    runOf(MUTATIONS.filter((each) => needsPostgres(each) === postgres)),
  );
}

function runOf(mutations: readonly Mutation[]): Run {
  const only = mutations.map((each) => each.only ?? "");
  return {
    postgres: mutations.some(needsPostgres),
    tests: [...new Set(mutations.map(({ tests }) => tests))],
    only: only.includes("") ? "" : [...new Set(only)].map((name) => `^${name}`).join("|"),
  };
}

const LEFT_BEHIND = /^(node_modules|\.git|\.next.*|data|keys|tmp|coverage|test-results)$/u;

/** A copy of everything but what can be made again; packages are used where they are. */
function copyOf(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), "hearth-mutation-"));
  const isLeftBehind = (path: string): boolean =>
    join(root, basename(path)) === path && LEFT_BEHIND.test(basename(path));
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => path === root || !isLeftBehind(path),
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

/** Tests that ran and failed; files that do not even load count for nothing. */
async function runTests(copy: string, { postgres, tests, only }: Run): Promise<Counts> {
  const began = performance.now();
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const args = [
    "run",
    // One failure is enough: the rest would only take time.
    "--bail=1",
    ...(postgres ? ["--config", "vitest.itest.config.ts"] : []),
    ...tests,
    ...(only === "" ? [] : ["--testNamePattern", only]),
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  await new Promise((resolve) => {
    spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
      cwd: copy,
      stdio: "ignore",
    }).on("close", resolve);
  });
  const read = readReport(report);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = read ?? {};
  return { passed, failed, seconds: (performance.now() - began) / 1000 };
}

function readReport(path: string): { numPassedTests: number; numFailedTests: number } | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
  } catch {
    return undefined;
  }
}
