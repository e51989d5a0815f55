import { FileClock } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { listAudit } from "@/lib/services/audit/list-audit";
import { ActionFilter } from "./action-filter";
import { AuditList } from "./audit-list";

export const metadata: Metadata = { title: "Audit log" };

const text = (value: string | string[] | undefined) =>
  typeof value === "string" ? value : undefined;

/** Every administrative act: who did what, and when. For district administrators. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { action, after } = await searchParams;
  const context = serviceContext(await requireStaff());
  const [log, district] = await Promise.all([
    listAudit(context, { action: text(action), after: text(after) }),
    readDistrict(),
  ]);
  if (!log.ok) notFound();
  const page = log.value;
  const narrowed = page.action === null ? "" : `action=${page.action}`;
  const timeZone = district?.timeZone ?? "UTC";
  return (
    <>
      <PageHeader
        title="Audit log"
        description={`What was done in Hearth and by whom, newest first. No page of Hearth can change or delete an entry. Times are those of ${timeZone.replaceAll("_", " ")}.`}
      />
      <Card>
        <ActionFilter chosen={page.action} />
        {page.events.length === 0 ? (
          <EmptyState icon={FileClock} title="Nothing here">
            {page.action === null
              ? "There are no entries on this page."
              : "Nothing of this kind has happened yet."}
          </EmptyState>
        ) : (
          <AuditList events={page.events} names={page.names} timeZone={timeZone} />
        )}
        <nav aria-label="Pages of the log" className="mt-5 flex flex-wrap justify-between gap-2">
          {after === undefined ? (
            <span />
          ) : (
            <LinkButton href={`/audit?${narrowed}`} size="sm">
              Back to the newest
            </LinkButton>
          )}
          {page.next === null ? null : (
            <LinkButton
              href={`/audit?${narrowed === "" ? "" : `${narrowed}&`}after=${page.next}`}
              size="sm"
            >
              Older entries
            </LinkButton>
          )}
        </nav>
      </Card>
    </>
  );
}
