import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";

import { planDayWords, planStateWords, stepsDoneWords } from "@/components/insight/plan-words";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { isDue } from "@/lib/plans/plan";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type PlanView, readPlan } from "@/lib/services/plans/read-plan";

import { BeforeAfterSection } from "./before-after-section";
import { EndPlan, NoteForm } from "./plan-forms";
import { StepList } from "./step-list";

export const metadata: Metadata = { title: "Plan" };

/** One plan: its steps, its class's results before and after, and how it ended. */
export default async function PlanPage({ params }: { params: Promise<{ planId: string }> }) {
  const { planId } = await params;
  const outcome = await readPlan(serviceContext(await requireStaff()), planId);
  if (!outcome.ok) notFound();
  const view = outcome.value;
  const { plan, today } = view;
  const running = view.mayWrite && plan.state === "running";
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Plans", href: "/plans" }]} />}
        title={plan.title}
        description={`${plan.classTitle} · ${plan.schoolName}`}
        meta={<Badge>{planStateWords(plan, today)}</Badge>}
        actions={running ? <EndPlan planId={plan.id} /> : undefined}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid gap-6">
          {isDue(plan, today) ? (
            <Notice title="Time to look again">
              Is it worth going on? Look at what followed, ask the class, and finish, stop or go on.
            </Notice>
          ) : null}
          <Card title="Steps" description={`${stepsDoneWords(plan)} done`}>
            <StepList plan={plan} today={today} mayMark={running && plan.startOn <= today} />
          </Card>
          <BeforeAfterSection view={view} />
        </div>
        <div className="grid gap-6">
          <PlanFacts view={view} />
          <Card title="Note">
            {running ? (
              <NoteForm planId={plan.id} note={plan.note} />
            ) : (
              <p className="max-w-prose break-words whitespace-pre-line">
                {plan.note === "" ? "None was written." : plan.note}
              </p>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}

function PlanFacts({ view: { plan, strategy } }: { readonly view: PlanView }) {
  const by = plan.createdBy === null ? "" : `, ${plan.createdBy}`;
  const endedBy = plan.endedBy === null ? "" : `, ${plan.endedBy}`;
  return (
    <Card title="In short">
      <DefinitionList
        items={[
          {
            term: "Class",
            value: (
              <Link
                className="text-link underline"
                href={`/classes/${encodeURIComponent(plan.classId)}`}
              >
                {plan.classTitle}
              </Link>
            ),
          },
          {
            term: "Strategy",
            value:
              strategy === null ? (
                "This strategy is no longer in the catalogue."
              ) : (
                <Link className="text-link underline" href={`/strategies/${strategy.id}`}>
                  {strategy.title}
                </Link>
              ),
          },
          { term: "Start", value: `${planDayWords(plan.startOn)}${by}` },
          { term: "Look again", value: planDayWords(plan.lookAgainOn) },
          ...(plan.endedOn === null
            ? []
            : [
                { term: "Ended", value: `${planDayWords(plan.endedOn)}${endedBy}` },
                { term: "Why", value: plan.endReason },
              ]),
        ]}
      />
    </Card>
  );
}
