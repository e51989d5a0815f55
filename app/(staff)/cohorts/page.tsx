import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { MeasurementNote } from "@/components/insight/measurement-note";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { cohortKeyText } from "@/lib/insight/cohort-key";
import { cohortAddress, readCohortRequest } from "@/lib/insight/cohort-request";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type Comparison, readComparison } from "@/lib/services/cohorts/read-comparison";

import { ComparedSection } from "./compared-section";
import { CohortChooser } from "./cohort-chooser";
import { SavedSets } from "./saved-sets";
import { TrendSection } from "./trend-section";
import { WhatItCovers } from "./what-it-covers";

export const metadata: Metadata = { title: "Compare" };

type Query = Record<string, string | string[] | undefined>;

/** Two to six groups of students beside each other. The address holds everything, so that it can be passed on. */
export default async function CohortsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const context = serviceContext(await requireStaff());
  const request = readCohortRequest(query);
  const changed = changedAddress(query, request);
  if (changed !== null) redirect(changed);
  const outcome = await readComparison(context, request);
  if (!outcome.ok) notFound();
  const comparison = outcome.value;
  return (
    <>
      <PageHeader
        title="Compare"
        description="Groups of students beside each other, in the order you choose them. Never a ranking."
        actions={<LinkButton href="/cohorts/new">Save a set of classes</LinkButton>}
      />
      <div className="grid gap-6">
        <Problems problems={comparison.problems} />
        <CohortChooser comparison={comparison} />
        {comparison.cohorts.length === 0 ? (
          <NothingChosen comparison={comparison} />
        ) : (
          <Results comparison={comparison} />
        )}
        <SavedSets sets={comparison.choices.sets} />
        <MeasurementNote />
      </div>
    </>
  );
}

function Results({ comparison }: { readonly comparison: Comparison }) {
  if (comparison.compared.length === 0) {
    return (
      <EmptyState title="No results yet" icon={Scale}>
        <p>No sealed pulse has asked any of them yet.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <ComparedSection comparison={comparison} />
      <TrendSection comparison={comparison} />
      <WhatItCovers differences={comparison.differences} />
    </>
  );
}

function Problems({ problems }: Pick<Comparison, "problems">) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="watch" title="Not everything in this link could be followed">
      <ul className="grid gap-1">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Most come for their schools. */
function NothingChosen({ comparison: { choices } }: { readonly comparison: Comparison }) {
  const keys = choices.schools
    .slice(0, 6)
    .map(({ id }) => ({ kind: "school" as const, schoolId: id }));
  const address = cohortAddress({ keys, waveIds: [], themes: ["belonging"] });
  return (
    <EmptyState
      title="Choose what to compare"
      icon={Scale}
      actions={
        keys.length > 1 ? (
          <LinkButton href={address} variant="primary">
            {choices.schools.length > 6 ? "Compare the first six schools" : "Compare the schools"}
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        A school, a grade, a saved set of classes or a demographic group that was collected: add two
        to six above. The first is the one that the others are compared with.
      </p>
    </EmptyState>
  );
}

/** The buttons of the chooser: one cohort less, or another one first. */
function changedAddress(
  query: Query,
  request: ReturnType<typeof readCohortRequest>,
): string | null {
  const { remove, first } = query;
  if (typeof remove !== "string" && typeof first !== "string") return null;
  const named = (text: string | string[] | undefined) =>
    request.keys.filter((key) => cohortKeyText(key) === text);
  const left = request.keys.filter((key) => cohortKeyText(key) !== remove);
  const keys =
    typeof first === "string"
      ? [...named(first), ...left.filter((key) => cohortKeyText(key) !== first)]
      : left;
  return cohortAddress({ ...request, keys });
}
