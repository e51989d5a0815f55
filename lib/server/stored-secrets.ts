import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const FILE = "secrets.json";
const secret = z.string().min(32);

const schema = z.object({
  owner: secret,
  web: secret,
  ballot: secret,
  sealer: secret,
  nextauth: secret,
  seatPepper: secret,
});

/** Passwords and keys that Hearth made for itself at its first start. */
export type StoredSecrets = z.infer<typeof schema>;

/**
 * Reads `secrets.json` of a data directory, making it at the first start and adding what it lacks. Mode 600.
 *
 * @throws Error saying what to do when the file is damaged: making new secrets would lock the database away.
 */
export function storedSecrets(dataDir: string): StoredSecrets {
  const path = join(dataDir, FILE);
  mkdirSync(/*turbopackIgnore: true*/ dataDir, { recursive: true, mode: 0o700 });
  const stored = existsSync(/*turbopackIgnore: true*/ path) ? readStored(path) : undefined;
  const complete = schema.safeParse(stored);
  if (complete.success) return complete.data;
  const made = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, randomBytes(32).toString("base64url")]),
  );
  const secrets = schema.safeParse({ ...made, ...stored });
  if (!secrets.success) throw new Error(damaged(path));
  write(path, secrets.data, stored === undefined);
  // Two processes may have begun at once: what is on disk counts.
  return schema.parse(readStored(path));
}

function readStored(path: string): Record<string, unknown> {
  try {
    return z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(/*turbopackIgnore: true*/ path, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EACCES") {
      throw new Error(
        `${path} cannot be read by this user. Start Hearth as the user that owns it.`,
        {
          cause: error,
        },
      );
    }
    throw new Error(damaged(path), { cause: error });
  }
}

function damaged(path: string): string {
  return `${path} is damaged. Put back your copy of it: without it the database in the same directory stays closed.`;
}

/** Whole or not at all, on disk before anything depends on it; a first file never replaces another's. */
function write(path: string, secrets: StoredSecrets, first: boolean): void {
  const fresh = `${path}.${randomBytes(6).toString("hex")}`;
  const file = openSync(/*turbopackIgnore: true*/ fresh, "wx", 0o600);
  try {
    writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (!first) {
    renameSync(/*turbopackIgnore: true*/ fresh, path);
    return;
  }
  try {
    linkSync(/*turbopackIgnore: true*/ fresh, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(/*turbopackIgnore: true*/ fresh, { force: true });
  }
}
