import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { createDurably, destroyDurably, hasCode } from "@/lib/server/key-store/durable-files";
import type { KeyStore, WaveKeys } from "@/lib/server/key-store/key-store";

const SUFFIX = ".keys.json";

const base64 = z.base64().min(1);
const uuid = z.string().refine(isUuid);
const KeyFile = z.strictObject({
  format: z.literal("hearth-keys/1"),
  waveId: uuid,
  hpkePrivateKey: base64,
  margins: z.record(uuid, base64),
});

/**
 * Keys as files, one a wave, mode 600 in a directory of mode 700 that is created when missing.
 * Keep the directory out of the database's directory and out of backups: a backup that holds both
 * a ballot box and its keys can be opened after the seal.
 */
export function fileKeyStore(directory: string): KeyStore {
  const prepareDirectory = async (): Promise<void> => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
  };
  const pathOf = (waveId: string): string => {
    // Only hexadecimal digits and dashes get into a path: no "..", no "/", no NUL.
    if (!isUuid(waveId)) throw new RangeError("a wave id must be a UUID in lower case");
    return join(directory, waveId + SUFFIX);
  };

  return {
    async put(waveId, keys) {
      const path = pathOf(waveId);
      const content = KeyFile.safeParse({ format: "hearth-keys/1", waveId, ...keys });
      // Not the parser's own error: it could quote a key into a log.
      if (!content.success) throw new RangeError("the wave's keys have the wrong form");
      await prepareDirectory();
      const created = await createDurably(path, JSON.stringify(content.data));
      return created ? { ok: true } : { ok: false, code: "exists" };
    },

    async get(waveId) {
      const path = pathOf(waveId);
      const text = await readFile(path, "utf8").catch((error: unknown) => {
        if (hasCode(error, "ENOENT")) return null;
        throw error;
      });
      return text === null ? null : readKeys(text, waveId, path);
    },

    async destroy(waveId) {
      const path = pathOf(waveId);
      const files = await filesIn(directory);
      if (files === null) return;
      // A crash in the middle of a put can leave a temporary copy: it goes first.
      const copies = files.filter((name) => name.startsWith(`${waveId}${SUFFIX}.`));
      for (const name of copies) await destroyDurably(join(directory, name));
      await destroyDurably(path);
    },

    async list() {
      const files = (await filesIn(directory)) ?? [];
      return files
        .filter((name) => name.endsWith(SUFFIX))
        .map((name) => name.slice(0, -SUFFIX.length))
        .filter(isUuid)
        .sort();
    },
  };
}

async function filesIn(directory: string): Promise<string[] | null> {
  return readdir(directory).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  });
}

function readKeys(text: string, waveId: string, path: string): WaveKeys {
  const parsed = KeyFile.safeParse(parseJson(text));
  // The message names the file only: a parser's own message could quote a key into a log.
  if (!parsed.success || parsed.data.waveId !== waveId) {
    throw new Error(`the key file ${path} is damaged`);
  }
  const { hpkePrivateKey, margins } = parsed.data;
  return { hpkePrivateKey, margins };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
