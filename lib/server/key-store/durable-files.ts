import { randomBytes } from "node:crypto";
import { link, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Creates a file (mode 600) with all of its content or not at all, and never over another one:
 * written beside it, flushed, then linked under its name, which fails if the name is taken.
 * @returns false when the name is taken
 */
export async function createDurably(path: string, content: string): Promise<boolean> {
  const temporary = `${path}.${randomBytes(8).toString("hex")}.tmp`;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      // The mode given to open is cut by the umask; here it is what it says.
      await file.chmod(0o600);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await unlink(temporary).catch(ignoreMissing);
    await syncDirectory(dirname(path));
  }
}

/**
 * Overwrites a file with random bytes, flushes, unlinks it and flushes the directory. A missing
 * file is no error. On copy-on-write file systems and SSDs old blocks can outlive this; disk
 * encryption covers those.
 */
export async function destroyDurably(path: string): Promise<void> {
  try {
    const file = await open(path, "r+");
    try {
      const { size } = await file.stat();
      await file.write(randomBytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await unlink(path);
  } catch (error) {
    ignoreMissing(error);
  }
  await syncDirectory(dirname(path));
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function ignoreMissing(error: unknown): void {
  if (!hasCode(error, "ENOENT")) throw error;
}

/** Whether an unknown error is a system error with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
