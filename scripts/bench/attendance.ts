import { fileURLToPath } from "node:url";

import { runProcess } from "../server/web-process";
import { type Figure, whole } from "./figure";

const ROWS = 500_000;
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = fileURLToPath(new URL("./attendance-memory.ts", import.meta.url));

/** Runs the program that measures an attendance import in a process of its own, and reads what it says. */
export async function benchAttendance(): Promise<Figure[]> {
  const { ok, output } = await runProcess({
    root,
    args: ["--import", "tsx", program, String(ROWS)],
    env: process.env,
  });
  const said = /added in ([\d.]+) s: peak resident memory (\d+) MB \((\d+) MB/.exec(output);
  if (!ok || said === null) throw new Error(`The import was not measured:\n${output}`);
  const [, seconds = "", peak = "", idle = ""] = said;
  return [
    {
      what: `Importing ${whole(ROWS)} attendance rows`,
      result: `${seconds} s, at most ${peak} MB of memory (${idle} MB before it began)`,
    },
  ];
}
