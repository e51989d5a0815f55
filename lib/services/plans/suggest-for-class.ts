import { gradeKey } from "@/lib/attendance/student-grade";
import type { PlanRow } from "@/lib/data/plans";
import type { Construct } from "@/lib/instruments/instrument";
import { type Grades, strategiesFor, STRATEGIES } from "@/lib/plans/catalogue";
import { lowestConstruct } from "@/lib/plans/lowest-construct";
import type { Strategy } from "@/lib/plans/strategy";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import type { ClassPulse } from "../insight/class-pulse";
import type { ClassView } from "../insight/read-class";
import { listClassPlans } from "./list-class-plans";

const MOST = 3;

export interface Suggestions {
  /** What came out lowest among that which a strategy is for; null without a result. */
  readonly construct: Construct | null;
  readonly couldBeChance: boolean;
  /** Up to three that the class does not try already. */
  readonly strategies: readonly Strategy[];
  /** Plans that run. */
  readonly open: readonly PlanRow[];
  /** YYYY-MM-DD where the district is. */
  readonly today: string;
}

/** What a class could try, from what its page shows already: no figure is read anew. */
export async function suggestForClass(
  context: ServiceContext,
  view: Pick<ClassView, "class" | "pulse">,
): Promise<Suggestions> {
  const ref = { classId: view.class.id, schoolId: view.class.schoolId };
  const [plans, today] = await Promise.all([listClassPlans(context, ref), districtDay(context)]);
  const open = plans.filter(({ state }) => state === "running");
  const lowest = beginWith(view.pulse);
  const tried = new Set(open.map(({ strategyId }) => strategyId));
  const fitting = strategiesFor({
    construct: lowest?.construct,
    grades: gradesOf(view.class.grades),
  });
  return {
    construct: lowest?.construct ?? null,
    couldBeChance: lowest?.couldBeChance ?? false,
    strategies: fitting.filter(({ id }) => !tried.has(id)).slice(0, MOST),
    open,
    today,
  };
}

const COVERED: ReadonlySet<Construct> = new Set(STRATEGIES.flatMap(({ constructs }) => constructs));

/** The thing to try that the page names, so that it says one thing; else the lowest of what a strategy is for. */
function beginWith(pulse: ClassPulse | null): ReturnType<typeof lowestConstruct> {
  if (pulse === null) return null;
  const { strengths, themes } = pulse;
  const lowest = lowestConstruct(
    themes.figures.flatMap(({ construct, belonging }) =>
      "midpoint" in belonging && COVERED.has(construct) ? [{ construct, belonging }] : [],
    ),
  );
  if (!strengths.ok || !COVERED.has(strengths.toTry.construct)) return lowest;
  const { construct } = strengths.toTry;
  return {
    construct,
    couldBeChance: lowest?.construct !== construct || lowest.couldBeChance,
  };
}

/** The grades of a class as numbers; undefined where the roster names none that is one. */
function gradesOf(grades: readonly string[]): Grades | undefined {
  const numbers = grades.flatMap((grade) => {
    const key = gradeKey(grade);
    if (key === "KG") return [0];
    return /^\d+$/u.test(key) ? [Number(key)] : [];
  });
  if (numbers.length === 0) return undefined;
  return { from: Math.min(...numbers), to: Math.max(...numbers) };
}
