import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findMargin } from "@/lib/data/margins";
import { replaceSeats } from "@/lib/data/seats";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { seatPepper } from "@/lib/server/secrets";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

export interface SlipSheet {
  readonly waveTitle: string;
  readonly classTitle: string;
  readonly joinCode: string;
  readonly manifestHash: string;
  /** One code a seat, in no order that means anything. Shown once: only hashes are kept. */
  readonly seatCodes: readonly string[];
}

/**
 * Makes a sheet of seat slips for one class, one for each student on the roster. Making it again revokes
 * every slip not used yet: a lost sheet is worth nothing. The sheet has the same size however many have
 * answered: slips for those left would tell exactly how many that is. There are never more ballots than
 * students all the same, because collecting stops at the roster's size.
 */
export async function printSlips(
  context: ServiceContext,
  target: { waveId: string; classId: string },
): Promise<Result<SlipSheet, "missing" | "closed">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  if (wave.state !== "planned" && wave.state !== "open") return failure("closed");

  const codes = new Set<string>();
  while (codes.size < margin.rosterSize) {
    codes.add(generateCode("seat", context.randomBytes));
  }
  const seats = [...codes].map((code) => ({
    id: context.randomUuid(),
    codeHash: Buffer.from(hashSeatCode(code, seatPepper()), "hex"),
  }));
  await inTransaction(async (tx) => {
    await replaceSeats(tx, margin.id, seats);
    await recordEvent(tx, context, {
      action: "slips.printed",
      subjectType: "class",
      subjectId: margin.classId,
      detail: { wave: wave.title, slips: seats.length },
    });
  });
  return success({
    waveTitle: wave.title,
    classTitle: margin.label,
    joinCode: margin.joinCode,
    manifestHash: wave.manifestHash ?? "",
    seatCodes: [...codes],
  });
}
