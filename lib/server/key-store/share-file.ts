import { z } from "zod";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { parseJson } from "./key-file";
import type { SharePosition } from "./key-store";

const ShareFile = z.strictObject({
  format: z.literal("hearth-share/1"),
  waveId: z.string().refine(isUuid),
  position: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  share: z.base64().min(1),
});

/** The text of a trustee's share. Throws a `RangeError` that quotes nothing. */
export function writeShareFile(waveId: string, position: SharePosition, share: Uint8Array): string {
  const text = Buffer.from(share).toString("base64");
  const parsed = ShareFile.safeParse({ format: "hearth-share/1", waveId, position, share: text });
  if (!parsed.success) throw new RangeError("the share has the wrong form");
  return JSON.stringify(parsed.data);
}

/** Reads the text of a share; null when it is damaged or belongs to another wave or trustee. */
export function readShareFile(
  text: string,
  waveId: string,
  position: SharePosition,
): Uint8Array | null {
  const parsed = ShareFile.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { data } = parsed;
  if (data.waveId !== waveId || data.position !== position) return null;
  return new Uint8Array(Buffer.from(data.share, "base64"));
}
