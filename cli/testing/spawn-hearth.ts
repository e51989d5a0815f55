import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm run hearth` runs, with one process fewer: the tests start it a hundred times. */
const HEARTH = ["--import", "tsx", join(root, "cli/hearth.ts")];

/** For tests: runs the command line as a person's shell would, and gives what it printed and its exit code. */
export function hearth(args: readonly string[], input = "") {
  const run = spawnSync(process.execPath, [...HEARTH, ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { out: run.stdout, err: run.stderr, code: run.status };
}

/** For tests: a shell line in the checkout; `$HEARTH` runs the command line. */
export function shell(line: string) {
  const env = { ...process.env, HEARTH: [process.execPath, ...HEARTH].join(" ") };
  const run = spawnSync("bash", ["-o", "pipefail", "-c", line], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  return { out: run.stdout, err: run.stderr, code: run.status };
}

/** For tests: the path of a file with this text. */
export function fileWith(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "hearth-cli-")), name);
  writeFileSync(path, text);
  return path;
}

/** For tests: rows of printed CSV without quotation marks, by header. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [head = "", ...lines] = csv.trim().split("\n");
  const headers = head.trim().split(",");
  return lines.map((line) => {
    const cells = line.trim().split(",");
    return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""]));
  });
}
