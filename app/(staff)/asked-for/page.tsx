import { HandHelping } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { DONE_KEPT_DAYS } from "@/lib/help/adult-request";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { listAsked } from "@/lib/services/adults/list-asked";
import { askedDayWords, STATE_WORDS } from "./state-words";

export const metadata: Metadata = { title: "Students who asked for an adult" };

const COLUMNS: readonly DataColumn[] = [
  { id: "student", header: "Name they typed", kind: "link" },
  { id: "class", header: "Class", kind: "text", filter: true },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "day", header: "Asked on", kind: "date", descendingFirst: true },
  { id: "state", header: "State", kind: "text", filter: true },
];

/** For those named to receive them, and for nobody else. Opening one changes nothing. */
export default async function AskedForPage() {
  const asked = await listAsked(serviceContext(await requireStaff()));
  if (!asked.ok) notFound();
  return (
    <>
      <PageHeader
        title="Students who asked for an adult"
        description="They sent this under their name, apart from their answers: nothing here says how anybody answered. Names are typed and not checked, so look before you speak. Talk to a student within two school days: the form tells them to expect it."
      />
      {asked.value.length === 0 ? (
        <EmptyState icon={HandHelping} title="Nobody has asked">
          Requests appear here when a student sends one, and a number beside this page’s name says
          how many are new.
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption="Students who asked for an adult"
            viewKey="requests"
            noun="requests"
            searchLabel="Search by name"
            columns={COLUMNS}
            rows={asked.value.map((row) => ({
              id: row.id,
              cells: {
                student: { text: row.studentName, href: `/asked-for/${row.id}` },
                class: row.classTitle,
                school: row.schoolName,
                day: { iso: row.askedOn, text: askedDayWords(row.askedOn) },
                state: STATE_WORDS[row.state],
              },
            }))}
          />
        </Card>
      )}
      <p className="mt-6 max-w-prose text-sm text-ink-soft">
        Requests carry a day and no time, so that they cannot be laid beside the arrival of answers.
        One that is done is deleted after {DONE_KEPT_DAYS} days.
      </p>
    </>
  );
}
