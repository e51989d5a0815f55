import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { environment } from "@/lib/server/environment";

const MEGABYTE = 1024 * 1024;

/** What one upload may weigh. A roster is unpacked in memory, attendance is streamed. */
export const UPLOAD_LIMITS = {
  roster: 100 * MEGABYTE,
  attendance: 400 * MEGABYTE,
  calendar: 5 * MEGABYTE,
  /** A whole OneRoster zip may come; of it only demographics.csv is kept. */
  demographics: 100 * MEGABYTE,
  participation: 20 * MEGABYTE,
} as const;

export interface StagedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

class TooLarge extends Error {
  override readonly name = "TooLarge";
}

function uploadsDir(): string {
  return join(environment().dataDir, "uploads");
}

/**
 * Streams an upload to `<dataDir>/uploads/<id>`, readable by this server only, and hashes it on the
 * way. Null when it is larger than `limit` bytes. Nothing is left behind by a refused or broken one.
 */
export async function writeStagedFile(
  id: string,
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StagedFile | null> {
  await mkdir(uploadsDir(), { recursive: true, mode: 0o700 });
  const path = join(uploadsDir(), id);
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > limit) throw new TooLarge();
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await pipeline(
      Readable.from(measured(), { objectMode: false }),
      createWriteStream(path, { flags: "wx", mode: 0o600 }),
    );
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooLarge) return null;
    throw error;
  }
  return { path, sha256: hash.digest("hex"), bytes };
}

/** The file is not what was uploaded: cut off, exchanged or gone. */
export class StagedFileChanged extends Error {
  override readonly name = "StagedFileChanged";
}

/**
 * Reads a staged file as a stream. Throws StagedFileChanged at the end when its hash is not the one
 * taken at upload; whoever writes meanwhile must be in a transaction.
 */
export async function* readStagedFile(path: string, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new StagedFileChanged("the staged file is gone");
    }
    throw error;
  }
  if (hash.digest("hex") !== sha256) throw new StagedFileChanged("the staged file has changed");
}

/** Removes staged files; one that is gone already is no error. */
export async function removeStagedFile(path: string | null): Promise<void> {
  if (path !== null) await rm(path, { force: true });
}

/** Removes files staged before `before`, also those that a crash left without a run. */
export async function sweepStagedFiles(before: Date): Promise<void> {
  const names = await readdir(uploadsDir()).catch(() => []);
  for (const name of names) {
    const path = join(uploadsDir(), name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < before.getTime()) await rm(path, { force: true });
  }
}
