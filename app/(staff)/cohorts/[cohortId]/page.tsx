import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { dayWords } from "@/components/insight/date-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { cohortAddress } from "@/lib/insight/cohort-request";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { readCohort } from "@/lib/services/cohorts/read-cohort";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { gradeWords } from "@/lib/services/insight/grade-words";

import { classesWords } from "../saved-sets";
import { ChangeSet } from "./change-set";

export const metadata: Metadata = { title: "Set of classes" };

const COLUMNS: readonly DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "grade", header: "Grade", kind: "text", filter: true, searchable: false },
];

/** One saved set: its classes, another name, and the end of it. */
export default async function CohortPage({ params }: { params: Promise<{ cohortId: string }> }) {
  const { cohortId } = await params;
  const context = serviceContext(await requireStaff());
  const outcome = isUuid(cohortId) ? await readCohort(context, cohortId.toLowerCase()) : null;
  if (outcome?.ok !== true) notFound();
  const { id, name, classes, gone, savedAt } = outcome.value;
  const timeZone = (await readDistrict())?.timeZone ?? "UTC";
  return (
    <>
      <PageHeader
        title={name}
        description={`${classesWords(classes.length, gone)}, saved on ${dayWords(savedAt, timeZone)}. Classes that came later are not in it.`}
        breadcrumbs={<Breadcrumbs items={[{ label: "Compare", href: "/cohorts" }]} />}
        actions={
          <>
            <LinkButton
              variant="primary"
              href={cohortAddress({
                ...{ keys: [{ kind: "set", id }], waveIds: [], themes: ["belonging"] },
              })}
            >
              Compare it
            </LinkButton>
            <ChangeSet id={id} name={name} />
          </>
        }
      />
      <div className="grid gap-6">
        {gone === 0 ? null : (
          <Notice tone="watch" title="Some of its classes have left the roster">
            They are left out of its figures. The others stay as they were saved.
          </Notice>
        )}
        <Card flush title="Classes">
          <DataTable
            caption="Classes of this set"
            noun="classes"
            searchLabel="Search classes"
            columns={COLUMNS}
            empty="None of its classes is on the roster any more."
            rows={classes.map((row) => ({
              id: row.id,
              cells: {
                class: { text: row.title, href: `/classes/${encodeURIComponent(row.id)}` },
                school: row.schoolName,
                grade: gradeWords(row.grades),
              },
            }))}
          />
        </Card>
      </div>
    </>
  );
}
