import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { refuseFile } from "./bad-input";
import { placeOf } from "./place-of";

/** A whole JSON file, as it stands and as it was parsed. */
export interface JsonFile {
  /** As the person named it, for messages. */
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
}

/** Reads one JSON file in UTF-8, or standard input for `-`. Throws `BadInput` for anything else. */
export async function readJson(path: string): Promise<JsonFile> {
  const file = path === "-" ? "standard input" : path;
  const bytes = path === "-" ? await buffer(process.stdin) : await bytesOf(path);
  const text = textOf(bytes) ?? refuseFile(file, "is not UTF-8 text");
  if (text.trim() === "") refuseFile(file, "is empty");
  try {
    return { file, text, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuseFile(file, `is not JSON: ${error.message}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "may not be read",
  EISDIR: "is a directory",
};

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(placeOf(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = REASONS[code];
    if (reason === undefined) throw error;
    return refuseFile(path, reason);
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
