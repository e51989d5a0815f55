import { generateCode } from "@/lib/ballots/wire/admission-code";
import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findMargin } from "@/lib/data/margins";
import { replaceSeats } from "@/lib/data/seats";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { type DealtSlip, newSeat, sheetOf, type SlipSheet } from "./dealt-slip";
import { sharedMargins, slipOwners } from "./slip-owners";

/**
 * Makes a sheet of seat slips for one class, one for each student on the roster. Making it again revokes
 * every slip not used yet: a lost sheet is worth nothing. The sheet has the same size however many have
 * answered: slips for those left would tell exactly how many that is. There are never more ballots than
 * students all the same, because collecting stops at the roster's size.
 *
 * A pulse that counts demographics deals slips by name: which demographic ballots a slip may collect depends
 * on whose it is. So does one with roster sign-in. Codes are shown once: only hashes are kept.
 */
export async function printSlips(
  context: ServiceContext,
  target: { waveId: string; classId: string },
): Promise<Result<SlipSheet, "missing" | "closed">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  if (wave.state !== "planned" && wave.state !== "open") return failure("closed");

  const owners = await slipOwners(wave, margin);
  const codes = new Set<string>();
  while (codes.size < (owners?.length ?? margin.rosterSize)) {
    codes.add(generateCode("seat", context.randomBytes));
  }
  const shared = await sharedMargins(wave, margin);
  const dealt: DealtSlip[] = [...codes].map((code, index) => ({
    code,
    owner: owners?.[index] ?? null,
  }));
  await inTransaction(async (tx) => {
    await replaceSeats(
      tx,
      margin.id,
      dealt.map((slip) => newSeat(context, slip, shared)),
    );
    await recordEvent(tx, context, {
      action: "slips.printed",
      subjectType: "class",
      subjectId: margin.classId,
      detail: { wave: wave.title, slips: dealt.length },
    });
  });
  return success(sheetOf(wave, margin, dealt));
}
