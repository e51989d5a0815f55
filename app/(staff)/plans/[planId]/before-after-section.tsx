import { EyeOff } from "lucide-react";

import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { dayWords } from "@/components/insight/date-words";
import { planDayWords } from "@/components/insight/plan-words";
import { withheldWords } from "@/components/insight/withheld-words";
import { Band, BandScale } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { BeforeAfter } from "@/lib/plans/before-after";
import { ALWAYS_SAID, changeWords, manyLooksWords } from "@/lib/plans/before-after-words";
import { respondentWords } from "@/lib/insight/percent";
import type { ClassPulseRow } from "@/lib/services/plans/class-histories";
import type { PlanView } from "@/lib/services/plans/read-plan";

type Result = BeforeAfter<ClassPulseRow>;

/** The class's results before and after the plan began, and what they do not say. */
export function BeforeAfterSection({ view }: { readonly view: PlanView }) {
  const { plan, followed, today } = view;
  const { belonging, constructs, writtenLate } = followed;
  const comparisons = [belonging, ...constructs.map(({ result }) => result)].reduce(
    (sum, result) => sum + changesIn(result),
    0,
  );
  const many = manyLooksWords(comparisons);
  return (
    <Card title="Before and after" description={`Before and after ${planDayWords(plan.startOn)}`}>
      <div className="grid gap-6">
        {plan.startOn > today ? (
          <p className="max-w-prose text-ink-soft">The plan has not begun yet.</p>
        ) : (
          <Figures name="Belonging" result={belonging} />
        )}
        {constructs.map(({ construct, result }) => (
          <Figures key={construct} name={CONSTRUCT_WORDS[construct]} result={result} />
        ))}
        {writtenLate ? (
          <Notice tone="watch" title="Written down afterwards">
            A result from after the start was known when this plan was entered. Its start may have
            been chosen by it.
          </Notice>
        ) : null}
        <div className="grid max-w-prose gap-2 border-t border-line pt-4 text-sm text-ink-soft">
          {many === null ? null : <p>{many}</p>}
          {ALWAYS_SAID.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <p>
            Absence is not compared here. Over a few weeks it follows illness and season more than
            anything that a class begins, and a fall in a single class is too small to be told from
            them. The page of the class shows it week by week, beside the school.
          </p>
        </div>
      </div>
    </Card>
  );
}

function changesIn(result: Result): number {
  if (result.kind !== "compared") return 0;
  return result.after.filter(({ change }) => change?.ok === true).length;
}

function Figures({ name, result }: { readonly name: string; readonly result: Result }) {
  return (
    <section className="grid gap-4">
      <h3 className="font-semibold">{name}</h3>
      {result.kind === "nothing-before" ? (
        <p className="max-w-prose text-ink-soft">
          There is no result from before the plan began that may stand beside later ones. What comes
          after cannot be compared.
        </p>
      ) : (
        <Pulse name={name} when="Before" pulse={result.before} />
      )}
      {result.kind === "nothing-after" ? (
        <p className="max-w-prose text-ink-soft">
          There is no result yet of a pulse that opened two weeks or more after the plan began.
        </p>
      ) : null}
      {result.kind === "compared"
        ? result.after.map(({ pulse, change }, at) => (
            <div key={pulse.wave.id} className="grid gap-2">
              <Pulse name={name} when={at === 0 ? "After" : "Later"} pulse={pulse} />
              {change === null ? null : (
                <p className="max-w-prose font-medium">{changeWords(change)}</p>
              )}
            </div>
          ))
        : null}
      {result.kind === "nothing-before" ? null : <BandScale />}
    </section>
  );
}

function Pulse({
  name,
  when,
  pulse,
}: {
  readonly name: string;
  readonly when: string;
  readonly pulse: ClassPulseRow;
}) {
  const { wave, belonging } = pulse;
  const label = `${when}: ${wave.title}, closed ${dayWords(wave.closesAt, wave.timeZone)}`;
  if ("midpoint" in belonging) {
    return (
      <Band
        loShare={belonging.band.lo}
        hiShare={belonging.band.hi}
        label={label}
        nLabel={`${name}, ${respondentWords(belonging.n)} students answered`}
      />
    );
  }
  if ("kind" in belonging) return <WithheldMark label={label} reason={withheldWords(belonging)} />;
  return (
    <p className="flex max-w-prose items-start gap-2 text-ink-soft">
      <EyeOff aria-hidden className="mt-1 size-4 shrink-0" />
      <span>
        <span className="font-medium text-ink">{label}.</span> It is {belonging.reason}.
      </span>
    </p>
  );
}
