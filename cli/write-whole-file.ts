import { open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./bad-input";
import { placeOf } from "./place-of";

/**
 * Where `--out` points, before anything is computed for it. Throws `UsageError` when nothing can be written
 * there, or when it names one of the files that are read.
 */
export async function placeToWrite(path: string, read: readonly string[]): Promise<string> {
  if (path === "-") throw new UsageError("Leave --out away to write to standard output.");
  const place = placeOf(path);
  for (const file of read) {
    if (file !== "-" && (await isSame(placeOf(file), place)))
      throw new UsageError(`--out ${path} would replace a file that is read.`);
  }
  if ((await kindOf(place)) === "directory")
    throw new UsageError(`--out ${path} is a directory; name a file.`);
  if ((await kindOf(dirname(place))) !== "directory")
    throw new UsageError(`--out ${path}: there is no such directory.`);
  return place;
}

/** Whether two places are one file, by name or through a link. */
async function isSame(one: string, other: string): Promise<boolean> {
  if (one === other) return true;
  const [first, second] = await Promise.all([idOf(one), idOf(other)]);
  return first !== null && first === second;
}

/** What tells a file from every other on this machine; null where there is none. */
async function idOf(place: string): Promise<string | null> {
  const found = await stat(place, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}`;
}

async function kindOf(place: string): Promise<"directory" | "file" | "missing"> {
  try {
    return (await stat(place)).isDirectory() ? "directory" : "file";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return "missing";
    throw error;
  }
}

/**
 * The whole file or none of it: written beside its place and moved there when it is on the disk. A file that
 * was there is replaced; a reader never sees half of one.
 */
export async function writeWholeFile(place: string, text: string): Promise<void> {
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
