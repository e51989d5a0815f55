import type { StaffActor } from "@/lib/access/actor";
import type { Result } from "@/lib/result";
import type { ServiceContext } from "@/lib/services/context";
import { changePlan, type PlanChange } from "@/lib/services/plans/change-plan";
import { startPlan } from "@/lib/services/plans/start-plan";
import { localToInstant } from "@/lib/waves/local-time";
import { schoolWeeks } from "@/prisma/seed/school-weeks";
import { demoTruths } from "@/prisma/seed/truths";

interface DemoPlansInput {
  readonly today: string;
  readonly timeZone: string;
  readonly teacher: StaffActor;
}

/** A moment of the demo's school year: its week, counted from 1, and the day of it, 0 being Monday. */
type Moment = readonly [week: number, weekday: number];

/**
 * What the demonstration's teacher has tried: one thing that is over, with three pulses after it, and one that runs,
 * with one. Entered on the days on which they began, as at a school.
 */
export async function createDemoPlans(
  context: ServiceContext,
  { today, timeZone, teacher }: DemoPlansInput,
): Promise<void> {
  const dayOf = ([week, weekday]: Moment): string => {
    const day = schoolWeeks(today).days.find(
      (each) => each.week === week && each.weekday === weekday,
    );
    if (day === undefined) throw new Error(`the demo has no week ${String(week)}`);
    return day.date;
  };
  const at = (moment: Moment): ServiceContext => {
    const local = localToInstant({ date: dayOf(moment), time: "15:30" }, timeZone);
    if (!local.ok) throw new Error(local.code);
    return { ...context, actor: teacher, now: local.instant };
  };
  const start = async (strategyId: string, from: Moment, to: Moment, note: string) => {
    const days = { startOn: dayOf(from), lookAgainOn: dayOf(to) };
    const input = { strategyId, classId: demoTruths.lowAndRising, ...days, note };
    return done(await startPlan(at(from), input)).planId;
  };
  const change = async (planId: string, when: Moment, of: PlanChange) =>
    done(await changePlan(at(when), { planId, change: of }));
  const step = (position: number, on: Moment): PlanChange => {
    return { kind: "step", position, doneOn: dayOf(on) };
  };

  const over = await start(
    "cooperative-tasks",
    [8, 0],
    [14, 0],
    "One science lesson a week, groups of four that I make myself.",
  );
  await change(over, [8, 4], step(0, [8, 3]));
  await change(over, [9, 0], step(1, [9, 0]));
  await change(over, [9, 4], step(2, [9, 3]));
  await change(over, [10, 4], step(4, [10, 3]));
  await change(over, [14, 1], {
    kind: "end",
    state: "finished",
    reason: "Six weeks are over. The groups work better than at first; the quiet ones talk more.",
  });

  const runs = await start(
    "greet-at-the-door",
    [14, 0],
    [18, 4],
    "Every morning, also on those when I am late myself.",
  );
  await change(runs, [14, 4], step(0, [14, 4]));
  await change(runs, [15, 0], step(1, [15, 0]));
}

function done<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(`a demo plan could not be written: ${outcome.code}`);
  return outcome.value;
}
