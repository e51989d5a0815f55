import { spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import { SetupError } from "@/lib/data/setup/setup-error";

import type { ClusterPlace } from "./place";

/** The login that owns the embedded cluster. Only set-up uses it; no page ever does. */
export const OWNER = "hearth_owner";

const MAJOR = "18";
const START_SECONDS = 120;

/**
 * What the server is told at every start. Errors are logged without their detail, hint and statement: the detail of
 * a rejected insert would hold the row, and a row of the ballot box is nobody's to read.
 */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  track_commit_timestamp: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_statement: "none",
  log_connections: "",
  log_disconnections: "off",
  log_checkpoints: "off",
};

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const FAST = { fsync: "off", synchronous_commit: "on", full_page_writes: "off" };

/**
 * Creates the cluster when there is none. It is made to the side and renamed, so that a kill half-way leaves nothing
 * that looks like a database.
 *
 * @throws SetupError when the cluster is of another PostgreSQL, or initdb fails (its own words included)
 */
export async function initialiseCluster(
  place: ClusterPlace,
  password: string,
  durable: boolean,
): Promise<void> {
  const { clusterDir, user } = place;
  if (existsSync(join(clusterDir, "PG_VERSION"))) {
    requireMajor(clusterDir);
    return;
  }
  const parent = dirname(clusterDir);
  const half = `${basename(clusterDir)}.new-`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(half)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(join(parent, half));
  if (user !== undefined) chownSync(fresh, user.uid, user.gid);
  // initdb refuses a directory that holds anything: the password waits next to it.
  const passwordFile = join(mkdirPrivate(`${fresh}-pw`, place), "password");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
    const result = await run(place, "initdb", [
      `--pgdata=${fresh}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order and case rules on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    if (result.code !== 0) {
      throw new SetupError(`The database could not be created in ${clusterDir}:\n${result.output}`);
    }
    renameSync(fresh, clusterDir);
  } finally {
    rmSync(dirname(passwordFile), { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

function mkdirPrivate(path: string, { user }: ClusterPlace): string {
  mkdirSync(path, { mode: 0o700 });
  if (user !== undefined) chownSync(path, user.uid, user.gid);
  return path;
}

function requireMajor(clusterDir: string): void {
  const major = readFileSync(join(clusterDir, "PG_VERSION"), "utf8").trim();
  if (major === MAJOR) return;
  throw new SetupError(
    `The database in ${clusterDir} was made by PostgreSQL ${major}; this Hearth brings ${MAJOR}.\n` +
      `Export it with PostgreSQL ${major} (pg_dump) and import it into a fresh data directory (HEARTH_DATA_DIR).`,
  );
}

/** Starts the server on `port` and waits until it takes connections. */
export async function startPostmaster(
  place: ClusterPlace,
  options: { port: number; durable: boolean },
): Promise<{ ok: true } | { ok: false; log: string }> {
  const settings = {
    port: String(options.port),
    ...SETTINGS,
    ...(options.durable ? DURABLE : FAST),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const log = join(place.clusterDir, "server.log");
  rmSync(log, { force: true });
  const result = await run(place, "pg_ctl", [
    "start",
    `--pgdata=${place.clusterDir}`,
    `--log=${log}`,
    `--timeout=${String(START_SECONDS)}`,
    "--wait",
    "--silent",
    `--options=${flags.join(" ")}`,
  ]);
  if (result.code === 0) return { ok: true };
  const said = existsSync(log) ? readFileSync(log, "utf8").slice(-4000) : "";
  return { ok: false, log: `${result.output}\n${said}`.trim() };
}

/**
 * Stops the server and waits. `fast` rolls open transactions back and writes everything out; `immediate` is a crash,
 * for clusters that are thrown away.
 */
export async function stopPostmaster(
  place: ClusterPlace,
  mode: "fast" | "immediate",
): Promise<void> {
  const result = await run(place, "pg_ctl", [
    "stop",
    `--pgdata=${place.clusterDir}`,
    `--mode=${mode}`,
    "--timeout=60",
    "--wait",
    "--silent",
  ]);
  // Nothing left to stop is what was wanted.
  if (result.code !== 0 && !/PID file|is not running|No such process/i.test(result.output)) {
    throw new Error(`PostgreSQL did not stop: ${result.output}`);
  }
}

function run(
  place: ClusterPlace,
  program: string,
  args: string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // A group of its own: ctrl-C in the terminal reaches us, and we stop the database after the web server.
    const child = spawn(join(place.nativeDir, "bin", program), args, {
      ...place.user,
      cwd: "/",
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    // Not "close": the server inherits nothing of ours, but would hold a pipe open if it did.
    child.on("exit", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
