import { z } from "zod";
import { isUuid } from "@/lib/ballots/wire/uuid";
import type { WaveKeys } from "./key-store";

const base64 = z.base64().min(1);
const uuid = z.string().refine(isUuid);
const fields = z.strictObject({
  format: z.literal("hearth-keys/1"),
  waveId: uuid,
  hpkePrivateKey: base64.nullable(),
  pad: base64.length(44).exactOptional(),
  margins: z.record(uuid, base64),
});
// The key itself, or what is of use with two trustees only: never both, never neither.
const KeyFile = fields.refine(
  (keys) => (keys.hpkePrivateKey === null) === (keys.pad !== undefined),
);

/** The text of a wave's keys. Throws a `RangeError` that quotes nothing: errors end up in logs. */
export function writeKeyFile(waveId: string, keys: WaveKeys): string {
  const parsed = KeyFile.safeParse({ format: "hearth-keys/1", waveId, ...keys });
  if (!parsed.success) throw new RangeError("the wave's keys have the wrong form");
  return JSON.stringify(parsed.data);
}

/** Reads the text of a wave's keys; null when it is damaged or belongs to another wave. */
export function readKeyFile(text: string, waveId: string): WaveKeys | null {
  const parsed = KeyFile.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.waveId !== waveId) return null;
  const { format: _, waveId: _of, ...keys } = parsed.data;
  return keys;
}

/** JSON, or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
