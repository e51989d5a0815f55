import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

import { SetupError } from "@/lib/data/setup/setup-error";

/** Whom PostgreSQL's programs run as: nobody in particular (ourselves), or a user and group of the system. */
export type RunUser = { uid: number; gid: number } | undefined;

// A root shell made by `su` often lacks the administrator's directories.
const ADMIN_PATH = `${process.env.PATH ?? ""}:/usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin`;

/**
 * PostgreSQL refuses to run as root. As root it runs as the owner of an existing cluster, else as the user
 * `postgres`, which is created when the system has none; as anyone else it runs as ourselves.
 */
export function runUser(clusterDir: string): RunUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp("postgres") ?? createUser("postgres");
}

/** Whether `user` can pass through a directory, or run a program: asked by trying, which modes alone do not tell. */
export function canReach(path: string, user: RunUser): boolean {
  if (user === undefined) return true;
  const tried = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

function lookUp(name: string): RunUser {
  const id = (flag: string) => Number.parseInt(run("id", [flag, name]).stdout, 10);
  const uid = id("-u");
  const gid = id("-g");
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

function createUser(name: string): RunUser {
  const flags = ["--system", "--no-create-home", "--home-dir", "/nonexistent"];
  const shell = ["--shell", "/usr/sbin/nologin"];
  // A group of that name may be left over from a removed package; then `--user-group` fails.
  const made = run("useradd", [...flags, ...shell, "--user-group", name]);
  if (made.status !== 0) run("useradd", [...flags, ...shell, "--gid", name, name]);
  const user = lookUp(name);
  if (user !== undefined) return user;
  throw new SetupError(
    `PostgreSQL does not run as root, and the user "${name}" could not be created: ${made.stderr.trim()}\n` +
      "Run Hearth as an ordinary user, or set DATABASE_URL.",
  );
}

function run(program: string, args: string[]) {
  const result = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, PATH: ADMIN_PATH },
  });
  return {
    status: result.status,
    stdout: result.stdout || "",
    stderr: result.stderr || (result.error?.message ?? ""),
  };
}
