import { can, type ClassRef } from "@/lib/access/can";
import { listRunningByClass } from "@/lib/data/running-waves";
import { todaysPulse } from "@/lib/waves/todays-pulse";
import { trusteeProgress } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";

/** A pulse that a class answers today, or is to. */
export interface TodaysPulse {
  readonly waveId: string;
  readonly title: string;
  readonly state: "open" | "planned";
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Its trustees have not all taken their parts of its key: it does not open before. */
  readonly waits: boolean;
  /** Its opening time has passed: the clock opens it in the next minute. */
  readonly due: boolean;
}

/** Today's pulse of each class whose slips the actor may deal, by class id; classes without one are left out. */
export async function listTodaysPulses(
  { actor, now }: ServiceContext,
  classes: readonly ClassRef[],
): Promise<ReadonlyMap<string, TodaysPulse>> {
  const own = classes.filter((target) => can(actor, "slips.print", target).allowed);
  const running = await listRunningByClass(own.map(({ classId }) => classId));
  const today = new Map<string, TodaysPulse>();
  for (const [classId, waves] of running) {
    const wave = todaysPulse(waves, now);
    if (wave === null || wave.state === "closed") continue;
    const { title, state, timeZone, opensAt, closesAt } = wave;
    today.set(classId, {
      waveId: wave.id,
      ...{ title, state, timeZone, opensAt, closesAt },
      waits: state === "planned" && !trusteeProgress(wave.trustees).allTaken,
      due: opensAt <= now,
    });
  }
  return today;
}
