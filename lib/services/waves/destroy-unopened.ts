import { can } from "@/lib/access/can";
import { findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { mayBeGivenUp } from "../trustees/may-be-given-up";
import { giveUpWave } from "./give-up-wave";

/**
 * Gives up a closed wave that cannot be opened: because too many trustees have lost their codes or left, or
 * because its key is lost. Nobody learns anything from it, and its classes can be asked again at once.
 * `not-stuck`: it is on its way to its results.
 */
export async function destroyUnopened(
  context: ServiceContext,
  waveId: string,
): Promise<Result<null, "missing" | "not-stuck">> {
  if (!can(context.actor, "wave.destroy-unopened", undefined).allowed) return failure("missing");
  const wave = await findWave(waveId);
  if (wave === null) return failure("missing");
  const may = () => mayBeGivenUp(wave, context.now);
  if (!(await may())) return failure("not-stuck");
  const gone = await giveUpWave(context, waveId, { onlyEmpty: false, stillMay: may });
  return gone ? success(null) : failure("not-stuck");
}
