import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

import { seededRandom } from "@/lib/disclosure/joint/seeded-random";

import { type Figure, whole } from "./figure";

const WATCH_MS = 100;

const CLASSES = 50_000;
const CLASSES_A_SCHOOL = 25;
const WEEKS = 36;
const RESPONDENTS = 100_000;
const ITEMS = 20;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command line on files of a large state: from the first byte read to the last one written, start included. */
export async function benchCommandLine(): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), "hearth-bench-"));
  try {
    const weeks = join(directory, "weeks.csv");
    const answers = join(directory, "answers.csv");
    await pipeline(Readable.from(classWeeks()), createWriteStream(weeks));
    await pipeline(Readable.from(responses()), createWriteStream(answers));
    return [
      {
        what: `hearth rising-absence, ${CLASSES.toLocaleString("en-US")} classes × ${WEEKS} weeks, one core`,
        result: await timed(["rising-absence", weeks]),
      },
      {
        what: `hearth reliability, ${RESPONDENTS.toLocaleString("en-US")} × ${ITEMS} answers in classes`,
        result: await timed(["reliability", answers, "--group", "class", "--json"]),
      },
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** "7.9 s, 270 MB". Pinned to one processor, as the target says. */
async function timed(command: readonly string[]): Promise<string> {
  const program = ["--import", "tsx", join(root, "cli/hearth.ts"), ...command];
  const began = performance.now();
  // taskset becomes the program: the process id stays.
  const child = spawn("taskset", ["-c", "0", process.execPath, ...program], {
    cwd: root,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytes(child.pid ?? 0));
  }, WATCH_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", reject);
  }).finally(() => {
    clearInterval(watch);
  });
  if (code !== 0) throw new Error(`hearth ${command[0] ?? ""} ended with ${String(code)}: ${said}`);
  return `${((performance.now() - began) / 1000).toFixed(1)} s, ${whole(peak)} MB`;
}

/** The most memory a process has held, as the kernel keeps it; 0 when it is gone. */
function peakMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function* classWeeks(): Generator<string> {
  yield "school,class,week,pupil_days,absent_days,new_absences\n";
  const random = seededRandom("20261126");
  for (let at = 0; at < CLASSES; at += 1) {
    const school = Math.floor(at / CLASSES_A_SCHOOL);
    let lines = "";
    for (let week = 1; week <= WEEKS; week += 1) {
      const absences = Math.floor(random() * 10);
      const fresh = Math.floor(random() * (absences + 1));
      lines += `S${String(school)},C${String(at)},${String(week)},125,${String(absences)},${String(fresh)}\n`;
    }
    yield lines;
  }
}

function* responses(): Generator<string> {
  yield `class,${Array.from({ length: ITEMS }, (_, item) => `q${String(item)}`).join(",")}\n`;
  const random = seededRandom("20261127");
  for (let at = 0; at < RESPONDENTS; at += 1) {
    const mood = random() * 4;
    const answers = Array.from({ length: ITEMS }, () =>
      Math.max(1, Math.min(5, Math.round(mood + random() * 2))),
    );
    yield `C${String(Math.floor(at / CLASSES_A_SCHOOL))},${answers.join(",")}\n`;
  }
}
