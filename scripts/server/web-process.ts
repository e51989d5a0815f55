import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const STOP_PATIENCE_MS = 15_000;

/** A child process that serves. */
export type ServingProcess = {
  pid: number | undefined;
  /** Settles when it has ended, with its exit code or signal. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks it to finish what it does, waits, and ends it if it does not. */
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
};

const live = new Set<ServingProcess>();

/** Stops everything that `startProcess` started and that still runs. */
export async function stopAllProcesses(): Promise<void> {
  await Promise.all([...live].map((each) => each.stop()));
}

/** Starts a Node program that ends with us and gets no signal of the terminal: we stop it, in order. */
export function startProcess(options: {
  root: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  output: "inherit" | "pipe";
  onOutput?: (text: string) => void;
}): ServingProcess {
  const guard = pathToFileURL(join(options.root, "scripts/server/die-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", guard, ...options.args], {
    cwd: options.root,
    env: { ...options.env, HEARTH_PARENT_FD: "3" },
    detached: true,
    stdio: ["ignore", options.output, options.output, "pipe"],
  });
  // The child going away is no error of this pipe's.
  child.stdio[3]?.on("error", () => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => options.onOutput?.(chunk.toString("utf8")));
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
    (resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve({ code, signal }));
    },
  );
  const serving: ServingProcess = {
    pid: child.pid,
    ended,
    stop: () => stop(child, ended),
    kill: (signal) => signalGroup(child, signal),
  };
  live.add(serving);
  const forget = () => live.delete(serving);
  ended.then(forget, forget);
  return serving;
}

/** Runs a Node program to its end and returns what it wrote. */
export async function runProcess(options: {
  root: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}): Promise<{ ok: boolean; output: string }> {
  let output = "";
  const onOutput = (text: string) => {
    output += text;
  };
  const { code } = await startProcess({ ...options, output: "pipe", onOutput }).ended;
  return { ok: code === 0, output };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, "SIGTERM");
  const patience = new AbortController();
  const late = sleep(STOP_PATIENCE_MS, "late", { signal: patience.signal }).catch(() => "ended");
  if ((await Promise.race([ended, late])) === "late") signalGroup(child, "SIGKILL");
  await ended;
  patience.abort();
}

/** The whole group: `next dev` works in a child of its own. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * Asks the server's health page until it answers.
 *
 * @returns false when the process ended or `patienceMs` passed first
 */
export async function waitUntilHealthy(
  origin: string,
  serving: ServingProcess,
  patienceMs: number,
): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  const over = new AbortController();
  const end = () => over.abort();
  serving.ended.then(end, end);
  while (!over.signal.aborted && Date.now() < deadline) {
    try {
      const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(150);
  }
  return false;
}
