import { z } from "zod";
import { isUuid } from "@/lib/ballots/wire/uuid";
import type { WaveKeys } from "@/lib/server/key-store/key-store";

const base64 = z.base64().min(1);
const uuid = z.string().refine(isUuid);
const KeyFile = z.strictObject({
  format: z.literal("hearth-keys/1"),
  waveId: uuid,
  hpkePrivateKey: base64,
  margins: z.record(uuid, base64),
});

/** The text of a key file. Throws a `RangeError` that quotes nothing: errors end up in logs. */
export function writeKeyFile(waveId: string, keys: WaveKeys): string {
  const { hpkePrivateKey, margins } = keys;
  const parsed = KeyFile.safeParse({ format: "hearth-keys/1", waveId, hpkePrivateKey, margins });
  if (!parsed.success) throw new RangeError("the wave's keys have the wrong form");
  return JSON.stringify(parsed.data);
}

/** Reads a key file; null when it is damaged or belongs to another wave. */
export function readKeyFile(text: string, waveId: string): WaveKeys | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = KeyFile.safeParse(value);
  if (!parsed.success || parsed.data.waveId !== waveId) return null;
  const { hpkePrivateKey, margins } = parsed.data;
  return { hpkePrivateKey, margins };
}
