import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";

import {
  followedWords,
  planDayWords,
  planStateWords,
  stepsDoneWords,
} from "@/components/insight/plan-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ALWAYS_SAID } from "@/lib/plans/before-after-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { listOwnPlans, MOST_PLANS, type OwnPlan } from "@/lib/services/plans/list-own-plans";

export const metadata: Metadata = { title: "Plans" };

// What followed is read plan by plan: neither sorted nor filtered, and never put together by strategy.
const COLUMNS: readonly DataColumn[] = [
  { id: "plan", header: "What is tried", kind: "link" },
  { id: "class", header: "Class", kind: "text", filter: true },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "state", header: "State", kind: "text", filter: true },
  { id: "start", header: "Start", kind: "date", descendingFirst: true },
  { id: "again", header: "Look again", kind: "date" },
  { id: "steps", header: "Steps done", kind: "text", sortable: false, searchable: false },
  {
    ...{ id: "followed", header: "What followed", kind: "text" },
    ...{ sortable: false, searchable: false, prose: true },
  },
];

/** What was tried, where, and what followed: an administrator's classes, or a teacher's own. */
export default async function PlansPage() {
  const actor = await requireStaff();
  const { plans, more, today } = await listOwnPlans(serviceContext(actor));
  return (
    <>
      <PageHeader
        title="Plans"
        description="What classes try, where, and what followed. Each plan stands by itself: a few classes cannot say whether a strategy works."
        actions={
          <LinkButton href="/strategies" variant={plans.length === 0 ? "secondary" : "primary"}>
            Things to try
          </LinkButton>
        }
      />
      {plans.length === 0 ? (
        <EmptyState
          icon={ClipboardList}
          title="No plans yet"
          actions={
            <LinkButton href="/strategies" variant="primary">
              Choose something to try
            </LinkButton>
          }
        >
          A plan is one thing that a class tries for some weeks, with its steps and a day to look
          again. Afterwards it shows the class’s results before and after.
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          {more ? (
            <p className="text-ink-soft">The {MOST_PLANS} plans that started last are shown.</p>
          ) : null}
          <Card flush>
            <DataTable
              caption="Plans"
              noun="plans"
              searchLabel="Search plan, class or school"
              columns={COLUMNS}
              rows={plans.map((plan) => rowOf(plan, today))}
            />
          </Card>
          <AlwaysSaid />
        </div>
      )}
    </>
  );
}

function rowOf({ plan, followed }: OwnPlan, today: string): DataRow {
  return {
    id: plan.id,
    cells: {
      plan: { text: plan.title, href: `/plans/${plan.id}` },
      class: plan.classTitle,
      school: plan.schoolName,
      state: planStateWords(plan, today),
      start: { iso: plan.startOn, text: planDayWords(plan.startOn) },
      again: { iso: plan.lookAgainOn, text: planDayWords(plan.lookAgainOn) },
      steps: stepsDoneWords(plan),
      followed: followedWords(followed.belonging, plan, today),
    },
  };
}

function AlwaysSaid() {
  return (
    <div className="grid max-w-prose gap-2 text-sm text-ink-soft">
      <p>
        “What followed” is belonging in the first pulse after the plan beside the last before it.
      </p>
      {ALWAYS_SAID.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
