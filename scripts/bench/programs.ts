import { fileURLToPath } from "node:url";

import { runProcess } from "../server/web-process";
import { type Figure, whole } from "./figure";

const ROWS = 500_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Two measurements are programs of their own, because memory is measured too. Runs one and returns what it says. */
async function run(program: URL, args: readonly string[]): Promise<string> {
  const { ok, output } = await runProcess({
    root,
    args: ["--import", "tsx", fileURLToPath(program), ...args],
    env: process.env,
  });
  if (!ok) throw new Error(`${program.pathname} failed:\n${output}`);
  return output;
}

/** Time to seal a wave of real ballots: read, open, tally, compile, write, empty the box, destroy the keys. */
export async function benchSeal(): Promise<Figure[]> {
  const output = await run(new URL("./seal.ts", import.meta.url), ["1000", "10000"]);
  const lines = /seal: (\d+) ballots of (\d+) classes in (\d+) ms, (\d+) MiB/g;
  const figures = [...output.matchAll(lines)].map(([, ballots, classes, ms, mebibytes = ""]) => ({
    what: `Sealing ${whole(Number(ballots))} ballots of ${whole(Number(classes))} classes`,
    result: `${(Number(ms) / 1000).toFixed(2)} s, ${mebibytes} MB more memory at its peak`,
  }));
  if (figures.length !== 2) throw new Error(`The seal was not measured:\n${output}`);
  return figures;
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
