import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { writeRecording } from "@/lib/data/recordings";
import { audioTypeOf } from "@/lib/recordings/audio-type";
import { MOST_RECORDING_BYTES } from "@/lib/recordings/recording-size";
import { failure, type Result, success } from "@/lib/result";
import { sha256Hex } from "@/lib/sha256";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { recordingKeyOf, type SpokenItem } from "./spoken-item";

/** Takes a person's recording of an item in a language, in the place of the one before. */
export async function saveRecording(
  context: ServiceContext,
  { file, ...spoken }: SpokenItem & { readonly file: Uint8Array },
): Promise<Result<{ readonly sha256: string }, "forbidden" | "missing" | "invalid">> {
  const { actor } = context;
  if (actor.kind !== "staff" || !can(actor, "district.configure", undefined).allowed) {
    return failure("forbidden");
  }
  const refuse = (words: string) => failure("invalid", { fields: { file: words } });
  if (file.byteLength === 0) return refuse("Choose a file.");
  if (file.byteLength > MOST_RECORDING_BYTES) {
    return refuse("The file is too large: a recording may have 1 MB, about a minute of speech.");
  }
  const contentType = audioTypeOf(file);
  if (contentType === null) {
    return refuse(
      "This is no recording that Hearth can play. Use MP3, M4A, Ogg (Opus), WebM or WAV.",
    );
  }
  const key = await recordingKeyOf(spoken);
  if (key === null) return failure("missing");
  const sha256 = sha256Hex(file);
  await inTransaction(async (tx) => {
    await writeRecording(tx, {
      ...{ ...key, contentType, bytes: file, sha256 },
      uploadedBy: actor.accountId,
      uploadedAt: context.now,
    });
    await recordEvent(tx, context, {
      action: "recording.uploaded",
      subjectType: "district",
      subjectId: "1",
      detail: { item: key.itemId, version: key.itemVersion, language: key.language },
    });
  });
  return success({ sha256 });
}
