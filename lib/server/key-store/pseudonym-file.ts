import { z } from "zod";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { parseJson } from "./key-file";

/** Of 32 bytes. */
const BASE64_LETTERS = 44;

const PseudonymFile = z.strictObject({
  format: z.literal("hearth-numbers/1"),
  waveId: z.string().refine(isUuid),
  key: z.base64().length(BASE64_LETTERS),
});

/** The text of the key of a wave's nominations. Throws a `RangeError` that quotes nothing. */
export function writePseudonymFile(waveId: string, key: Uint8Array): string {
  const text = Buffer.from(key).toString("base64");
  const parsed = PseudonymFile.safeParse({ format: "hearth-numbers/1", waveId, key: text });
  if (!parsed.success) throw new RangeError("the key of nominations has the wrong form");
  return JSON.stringify(parsed.data);
}

/** Reads it back; null when it is damaged or belongs to another wave. */
export function readPseudonymFile(text: string, waveId: string): Uint8Array | null {
  const parsed = PseudonymFile.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.waveId !== waveId) return null;
  return new Uint8Array(Buffer.from(parsed.data.key, "base64"));
}
