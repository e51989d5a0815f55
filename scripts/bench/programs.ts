import { fileURLToPath } from "node:url";

import { runProcess } from "../server/web-process";
import { type Figure, whole } from "./figure";

const ROWS = 500_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A measurement of memory needs a program of its own. Runs it and returns what it says. */
async function run(program: URL, args: readonly string[]): Promise<string> {
  const { ok, output } = await runProcess({
    root,
    args: ["--import", "tsx", fileURLToPath(program), ...args],
    env: process.env,
  });
  if (!ok) throw new Error(`${program.pathname} failed:\n${output}`);
  return output;
}

/** Seconds and peak memory of importing half a million attendance rows. */
export async function benchAttendance(): Promise<Figure[]> {
  const output = await run(new URL("./attendance-memory.ts", import.meta.url), [String(ROWS)]);
  const said = /added in ([\d.]+) s: peak resident memory (\d+) MB \((\d+) MB/.exec(output);
  if (said === null) throw new Error(`The import was not measured:\n${output}`);
  const [, seconds = "", peak = "", idle = ""] = said;
  return [
    {
      what: `Importing ${whole(ROWS)} attendance rows`,
      result: `${seconds} s, at most ${peak} MB of memory (${idle} MB before it began)`,
    },
  ];
}
