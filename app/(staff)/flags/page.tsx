import { Flag } from "lucide-react";
import type { Metadata } from "next";

import { dayWords } from "@/components/insight/date-words";
import { KIND_WORDS, STATE_WORDS } from "@/components/insight/flag-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { TeacherFirst } from "./teacher-first";
import { listOwnFlags } from "@/lib/services/flags/list-own-flags";

export const metadata: Metadata = { title: "Flags" };

const COLUMNS: readonly DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "kind", header: "About", kind: "text", filter: true },
  { id: "tier", header: "Tier", kind: "tier", filter: true, descendingFirst: true },
  { id: "state", header: "State", kind: "text", filter: true },
  { id: "since", header: "Since", kind: "date", descendingFirst: true },
  { id: "reason", header: "Reason", kind: "text", sortable: false },
];

/** Flags of one's own classes, newest first. Opening one changes nothing. */
export default async function FlagsPage() {
  const actor = await requireStaff();
  const [flags, district] = await Promise.all([
    listOwnFlags(serviceContext(actor)),
    readDistrict(),
  ]);
  const timeZone = district?.timeZone ?? "UTC";
  return (
    <>
      <PageHeader
        title="Flags"
        description="A flag says: look here. It is raised by a fixed rule from released results and attendance, it can be wrong, and it is never a judgement of a teacher."
        actions={<LinkButton href="/flags/how-they-work">How flags work</LinkButton>}
      />
      {flags.length === 0 ? (
        <EmptyState icon={Flag} title="No flags">
          Flags appear after a pulse is sealed or attendance is imported, when a class stands out
          more than chance explains. No flag does not mean that all is well.
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption="Flags"
            noun="flags"
            searchLabel="Search class, school or reason"
            columns={COLUMNS}
            rows={flags.map((flag) => ({
              id: flag.id,
              cells: {
                class: { text: flag.classTitle, href: `/flags/${flag.id}` },
                school: flag.schoolName,
                kind: KIND_WORDS[flag.kind],
                tier: flag.tier,
                state: STATE_WORDS[flag.state],
                since: {
                  iso: flag.raisedAt.toISOString(),
                  text: dayWords(flag.raisedAt, timeZone),
                },
                reason: flag.reason,
              },
            }))}
          />
        </Card>
      )}
      <div className="mt-6">
        <TeacherFirst
          days={district?.teacherFirstDays ?? 0}
          maySet={actor.role === "district-administrator"}
        />
      </div>
    </>
  );
}
