import { can } from "@/lib/access/can";
import { generateCode } from "@/lib/ballots/wire/admission-code";
import { inTransaction } from "@/lib/data/client";
import { findMargin } from "@/lib/data/margins";
import { replaceSeatOf } from "@/lib/data/seats";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { readWaveOptions } from "@/lib/waves/read-options";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { newSeat, sheetOf, type SlipSheet } from "./dealt-slip";
import { sharedMargins, slipOwners } from "./slip-owners";

/**
 * A new code for one student who lost their slip, with roster sign-in only: elsewhere the refusal to make one
 * for somebody who has collected would tell what no page tells. Revokes that student's unused slip and nobody
 * else's. The code is returned once.
 *
 * The audit event does not name the student. Attack: seats are forgotten at the seal, the log is kept; a name in
 * it would say for good that this student had not taken part by then.
 */
export async function replaceSlip(
  context: ServiceContext,
  target: { waveId: string; classId: string; personId: string },
): Promise<Result<SlipSheet, "missing" | "closed" | "slip-collected">> {
  const [wave, margin] = await Promise.all([findWave(target.waveId), findMargin(target)]);
  if (wave === null || margin === null) return failure("missing");
  if (!can(context.actor, "slips.print", margin).allowed) return failure("missing");
  if (readWaveOptions(wave.options).admission !== "roster") return failure("missing");
  const owners = await slipOwners(wave, margin);
  const owner = owners?.find(({ personId }) => personId === target.personId);
  if (owner === undefined) return failure("missing");
  if (wave.state !== "planned" && wave.state !== "open") return failure("closed");

  const code = generateCode("seat", context.randomBytes);
  const shared = await sharedMargins(wave, margin);
  const outcome = await inTransaction(async (tx) => {
    const seat = newSeat(context, { code, owner }, shared);
    const replaced = await replaceSeatOf(tx, margin.id, { ...seat, personId: owner.personId });
    if (replaced === "replaced") {
      await recordEvent(tx, context, {
        action: "slips.one-replaced",
        subjectType: "class",
        subjectId: margin.classId,
        detail: { wave: wave.title },
      });
    }
    return replaced;
  });
  if (outcome === "collected") return failure("slip-collected");
  return success(sheetOf(wave, margin, [{ code, owner }]));
}
