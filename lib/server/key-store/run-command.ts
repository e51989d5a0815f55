import { spawn } from "node:child_process";

/** How the program answers; anything else, or being killed, is a failure. */
export const EXIT = { done: 0, exists: 3, missing: 4 } as const;

/** Longer than a service across an ocean takes, shorter than anybody waits for a page. */
const WITHIN_MS = 20_000;
const MOST_OUTPUT_BYTES = 16 * 1024 * 1024;

export interface CommandSettings {
  /** Absolute path of the program. */
  readonly program: string;
  /** Milliseconds it may take. */
  readonly withinMs?: number;
  /** Bytes it may write. */
  readonly mostBytes?: number;
}

/**
 * Runs the program that keeps keys: `program verb name`, without a shell, the secret on standard input and
 * output only, because arguments and environment can be read by others on the machine. Its standard error
 * is thrown away: a careless program could write a secret there, and it would end up in a log. Errors name
 * the verb and the secret's name and quote nothing.
 *
 * @returns the exit status and what it wrote; a program that takes too long or writes too much is killed,
 * with every process it started
 */
export function runKeyCommand(
  { program, withinMs = WITHIN_MS, mostBytes = MOST_OUTPUT_BYTES }: CommandSettings,
  verb: "put" | "get" | "destroy",
  name: string,
  secret = "",
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(/*turbopackIgnore: true*/ program, [verb, name], {
      stdio: ["pipe", "pipe", "ignore"],
      env: passedOn(process.env),
      cwd: "/",
      // A process group of its own, so that all of it can be killed.
      detached: true,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    const fail = (what: string) => {
      clearTimeout(timer);
      child.stdout.destroy();
      killGroup(child.pid);
      reject(new Error(`the key command ${what} (${verb} ${name})`));
    };
    const timer = setTimeout(() => {
      fail(`took longer than ${String(withinMs / 1000)} seconds`);
    }, withinMs);
    child.on("error", () => {
      fail("cannot be run");
    });
    // It may end without reading: what counts is its status.
    child.stdin.on("error", () => undefined);
    child.stdin.end(secret);
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) fail(`wrote more than ${String(mostBytes)} bytes`);
      else chunks.push(chunk);
    });
    child.on("close", (status) => {
      clearTimeout(timer);
      if (status === null) fail("was killed");
      else resolve({ status, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** The error of a status that no verb gives. */
export function refusedStatus(verb: string, name: string, status: number): Error {
  return new Error(`the key command failed with status ${String(status)} (${verb} ${name})`);
}

/** The environment, for the service's own credentials, without what is Hearth's: logins and secrets. */
function passedOn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(HEARTH_|NEXTAUTH_|DATABASE_URL$|PGPASSWORD$)/;
  const entries = Object.entries(environment).filter(([name]) => !own.test(name));
  return Object.fromEntries(entries) as NodeJS.ProcessEnv;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has ended.
  }
}
