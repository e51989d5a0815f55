import Link from "next/link";

import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { planDayWords, planStateWords, stepsDoneWords } from "@/components/insight/plan-words";
import { StrategyCard } from "@/components/insight/strategy-card";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import type { ClassView } from "@/lib/services/insight/read-class";
import { type Suggestions, suggestForClass } from "@/lib/services/plans/suggest-for-class";

/** What the class tries now, and up to three things that it could try. */
export async function TrySomething({ view }: { readonly view: ClassView }) {
  const suggestions = await suggestForClass(serviceContext(await requireStaff()), view);
  const of = `class=${encodeURIComponent(view.class.id)}`;
  const about = suggestions.construct === null ? "" : `about=${suggestions.construct}&`;
  return (
    <Card
      title="Try something"
      description={whyWords(suggestions)}
      actions={
        <LinkButton href={`/strategies?${about}${of}`} size="sm">
          More to try
        </LinkButton>
      }
    >
      <div className="grid gap-6">
        <OpenPlans suggestions={suggestions} />
        <ul className="grid gap-4 lg:grid-cols-3">
          {suggestions.strategies.map((strategy) => (
            <StrategyCard
              key={strategy.id}
              strategy={strategy}
              href={`/strategies/${strategy.id}?${of}`}
              heading="h3"
            />
          ))}
        </ul>
      </div>
    </Card>
  );
}

function whyWords({ construct, couldBeChance }: Suggestions): string {
  if (construct === null) {
    return "There is no result to go by yet. These suit most classes.";
  }
  const name = CONSTRUCT_WORDS[construct];
  return couldBeChance
    ? `For “${name}”, which came out lowest in the last results. That it was this one could be chance.`
    : `For “${name}”, which came out lowest in the last results.`;
}

function OpenPlans({ suggestions: { open, today } }: { readonly suggestions: Suggestions }) {
  if (open.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label="Plans of this class">
      {open.map((plan) => (
        <li
          key={plan.id}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md bg-sunken px-4 py-3"
        >
          <Link className="font-medium text-link underline" href={`/plans/${plan.id}`}>
            {plan.title}
          </Link>
          <span className="text-sm text-ink-soft">
            {planStateWords(plan, today)} · since {planDayWords(plan.startOn)} · steps done:{" "}
            {stepsDoneWords(plan)} · look again {planDayWords(plan.lookAgainOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}
