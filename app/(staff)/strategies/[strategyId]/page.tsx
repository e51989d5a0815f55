import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { gradesWords } from "@/components/insight/grades-words";
import { minutesWords } from "@/components/insight/plan-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { strategyOf } from "@/lib/plans/catalogue";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readStartChoices, type StartChoices } from "@/lib/services/plans/read-start-choices";

import { readStrategyRequest } from "@/lib/plans/strategy-request";
import { EvidenceSection } from "./evidence-section";
import { StartPlanForm } from "./start-plan-form";

export const metadata: Metadata = { title: "Something to try" };

/** One strategy: how to do it this week, what is known, and the form that makes a plan of it. */
export default async function StrategyPage({
  params,
  searchParams,
}: {
  params: Promise<{ strategyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireStaff();
  const strategy = strategyOf((await params).strategyId);
  if (strategy === undefined) notFound();
  const { classId } = readStrategyRequest(await searchParams);
  const choices = await readStartChoices(serviceContext(actor), classId);
  return (
    <>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: "Plans", href: "/plans" },
              { label: "Things to try", href: "/strategies" },
            ]}
          />
        }
        title={strategy.title}
        description={strategy.summary}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid gap-6">
          <Card title="How to do it this week">
            <ol className="grid max-w-prose list-decimal gap-3 pl-5 marker:font-semibold marker:text-ink-soft">
              {strategy.steps.map((step) => (
                <li key={step} className="pl-1">
                  {step}
                </li>
              ))}
            </ol>
          </Card>
          <EvidenceSection strategy={strategy} />
        </div>
        <div className="grid gap-6">
          <Card title="In short">
            <DefinitionList
              items={[
                {
                  term: "Meant for",
                  value: strategy.constructs.map((each) => CONSTRUCT_WORDS[each]).join(", "),
                },
                { term: "Grades", value: gradesWords(strategy.grades) },
                { term: "Effort", value: minutesWords(strategy.minutesAWeek) },
              ]}
            />
            <p className="border-t border-line pt-3">
              <span className="font-semibold">What it cannot do:</span> {strategy.caution}
            </p>
          </Card>
          <Card
            title="Start as a plan"
            description="A plan keeps the steps, and shows the class’s results before and after."
          >
            <StartPart strategyId={strategy.id} choices={choices} />
          </Card>
        </div>
      </div>
    </>
  );
}

function StartPart({
  strategyId,
  choices,
}: {
  readonly strategyId: string;
  readonly choices: StartChoices;
}) {
  return (
    <div className="grid gap-4">
      {choices.unknown ? (
        <Notice tone="watch" title="The class in this address is not here, or not yours">
          {choices.classes.length > 0 ? "Choose one from the list." : null}
        </Notice>
      ) : null}
      {choices.classes.length > 0 ? (
        <StartPlanForm strategyId={strategyId} choices={choices} />
      ) : (
        <p className="text-ink-soft">
          {choices.tooMany
            ? "There are too many classes for a list. Open the page of the class, and start from there."
            : "The roster names no class for you, and so there is none to start a plan for."}
        </p>
      )}
    </div>
  );
}
