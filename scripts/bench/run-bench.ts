import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { messageOf } from "@/lib/data/setup/connect";

import { nativePostgresDir } from "../postgres/hydrate.mjs";
import { ensureProductionBuild } from "../server/production-build";
import type { Figure } from "./figure";
import { PART_NAMES, type PartName, PARTS } from "./parts";

const BEGIN = "<!-- npm run bench writes from here -->";
const END = "<!-- to here -->";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Runs the parts named, or all, one after the other, and prints what they measured. A run of all parts that
 * succeeded also goes into docs/performance.md.
 *
 * @returns the exit code
 */
export async function runBench(root: string, asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !PART_NAMES.some((part) => part === name));
  if (unknown.length > 0) {
    say(`There is no part ${unknown.join(", ")}. Parts: ${PART_NAMES.join(", ")}.`);
    return 2;
  }
  const parts = PART_NAMES.filter((part) => asked.length === 0 || asked.includes(part));
  const about = machine();
  for (const line of about) say(line);
  try {
    await ensureProductionBuild(root, ".next-e2e", say);
  } catch (error) {
    say(messageOf(error));
    return 1;
  }

  const sections: string[] = [];
  let failed = false;
  for (const part of parts) {
    say(`\n${PARTS[part].title} (load ${load()})`);
    const figures = await runPart(root, part);
    if (figures === undefined) failed = true;
    for (const { what, result } of figures ?? []) say(`  ${what}: ${result}`);
    sections.push(table(PARTS[part].title, figures ?? []));
  }
  if (failed || asked.length > 0) return failed ? 1 : 0;
  const written = [...about.map((line) => `- ${line}`), `- Load when it ended: ${load()}.`].join(
    "\n",
  );
  fillDocument(join(root, "docs/performance.md"), [written, ...sections].join("\n\n"));
  say("\nWritten into docs/performance.md.");
  return 0;
}

/** A process for each part: its connections, memory and settings end with it. Undefined when it failed. */
async function runPart(root: string, part: PartName): Promise<Figure[] | undefined> {
  const program = fileURLToPath(new URL("./part.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, part], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) return undefined;
  return JSON.parse(output) as Figure[];
}

function machine(): string[] {
  const processors = cpus();
  const postgres = spawnSync(join(nativePostgresDir(), "bin/postgres"), ["--version"], {
    encoding: "utf8",
  });
  const memory = Math.round(totalmem() / 1024 ** 3);
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}.`,
    `Machine: ${String(processors.length)} × ${processors[0]?.model.trim() ?? "unknown processor"}, ${String(memory)} GB, ${type()}.`,
    `Node ${process.versions.node}, ${postgres.stdout.trim()}, load ${load()} when it began.`,
  ];
}

/** Work waiting for a processor, on average over the last minute: above the number of processors, figures suffer. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ what, result }) => `| ${what} | ${result} |`);
  return [`### ${title}`, "", "| Measured | Result |", "| --- | --- |", ...rows].join("\n");
}

function fillDocument(path: string, content: string): void {
  const text = readFileSync(path, "utf8");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has lost its marks`);
  writeFileSync(path, `${before}${BEGIN}\n\n${content}\n\n${END}${after}`);
}
