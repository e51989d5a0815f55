import { can } from "@/lib/access/can";
import { failure, type Result, success } from "@/lib/result";
import { trusteeProgress, type TrusteeStep } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { classesOfWave } from "../waves/classes-of-wave";
import { storedScope } from "../waves/stored-scope";
import { reachTrusteeship } from "./reach-trusteeship";

/** A pulse as one of its trustees sees it. */
export interface TrusteeshipView {
  readonly waveId: string;
  readonly title: string;
  readonly audience: string;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly step: TrusteeStep;
  readonly taken: number;
  readonly confirmed: number;
  /** Names of the other two. */
  readonly others: readonly string[];
  /** Whether the pulse's own page is theirs to see. */
  readonly mayReadWave: boolean;
}

/** The page of a trustee; for everybody else there is none. */
export async function readTrusteeship(
  context: ServiceContext,
  waveId: string,
): Promise<Result<TrusteeshipView, "missing">> {
  const reached = await reachTrusteeship(context, "share.take", waveId);
  if (reached === null) return failure("missing");
  const { wave, trustees, own, step } = reached;
  const { taken, confirmed } = trusteeProgress(trustees);
  const classes = await classesOfWave(wave);
  return success({
    waveId,
    title: wave.title,
    audience: storedScope(wave.scope).label,
    timeZone: wave.timeZone,
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    ...{ step, taken, confirmed },
    others: trustees.filter((row) => row !== own).map(({ name }) => name),
    mayReadWave: can(context.actor, "wave.read", { classes }).allowed,
  });
}
