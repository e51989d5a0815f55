import { Lightbulb } from "lucide-react";
import type { Metadata } from "next";

import { StrategyCard } from "@/components/insight/strategy-card";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/server/session";
import { STRATEGIES, strategiesFor } from "@/lib/plans/catalogue";

import { StrategyFilter } from "./strategy-filter";
import { readStrategyRequest } from "@/lib/plans/strategy-request";

export const metadata: Metadata = { title: "Things to try" };

/** The catalogue: what can be tried where something is low. It holds nothing of any class. */
export default async function StrategiesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireStaff();
  const request = readStrategyRequest(await searchParams);
  const found = strategiesFor({ construct: request.construct, grades: request.band });
  const of = request.classId === undefined ? "" : `?class=${encodeURIComponent(request.classId)}`;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Plans", href: "/plans" }]} />}
        title="Things to try"
        description="What schools have tried where belonging is low, with what is known about it and what is not. The order says nothing about worth, and what helped elsewhere may not help here."
      />
      <StrategyFilter request={request} />
      {request.notes.length === 0 ? null : (
        <div className="mb-6">
          <Notice tone="watch" title="Part of this address is not known">
            {request.notes.join(" ")} It was left out.
          </Notice>
        </div>
      )}
      <p className="mb-4 text-sm text-ink-soft" role="status">
        {found.length === STRATEGIES.length
          ? `All ${String(found.length)} are shown.`
          : `${String(found.length)} of ${String(STRATEGIES.length)} are shown.`}
      </p>
      {found.length === 0 ? (
        <EmptyState
          icon={Lightbulb}
          title="Nothing for both"
          actions={<LinkButton href={`/strategies${of}`}>Show everything</LinkButton>}
        >
          Choose other grades, or look at everything and adapt it.
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {found.map((strategy) => (
            <StrategyCard
              key={strategy.id}
              strategy={strategy}
              href={`/strategies/${strategy.id}${of}`}
            />
          ))}
        </ul>
      )}
    </>
  );
}
