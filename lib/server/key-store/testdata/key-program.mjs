#!/usr/bin/env node
/**
 * What an operator's key program may look like, for tests: keeps secrets as files in KEY_PROGRAM_DIR, with
 * the verbs and exit codes of docs/deployment.md. KEY_PROGRAM_MODE makes it misbehave.
 */
import { spawn } from "node:child_process";
import { appendFileSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [verb, name] = process.argv.slice(2);
const directory = process.env.KEY_PROGRAM_DIR;
mkdirSync(directory, { recursive: true });
const path = join(directory, name);

switch (process.env.KEY_PROGRAM_MODE) {
  case "hang":
    // With a child that keeps standard output open, as a service's helper might.
    writeFileSync(join(directory, "child"), String(spawn("sleep", ["60"], { stdio: "inherit" }).pid));
    await new Promise(() => setInterval(() => undefined, 1_000));
    break;
  case "flood":
    for (;;) process.stdout.write("x".repeat(65_536));
  case "leak":
    process.stderr.write(readFileSync(0, "utf8"));
    process.exit(1);
  case "spy":
    appendFileSync(join(directory, "spied"), JSON.stringify({ argv: process.argv, env: process.env }));
}

switch (verb) {
  case "put": {
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, readFileSync(0), { mode: 0o600, flush: true });
    try {
      linkSync(fresh, path);
    } catch (error) {
      process.exitCode = error.code === "EEXIST" ? 3 : 1;
    }
    rmSync(fresh);
    break;
  }
  case "get":
    try {
      process.stdout.write(readFileSync(path));
    } catch (error) {
      process.exitCode = error.code === "ENOENT" ? 4 : 1;
    }
    break;
  case "destroy":
    rmSync(path, { force: true });
    break;
  default:
    process.exitCode = 2;
}
