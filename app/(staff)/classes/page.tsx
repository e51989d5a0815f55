import { School } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { DataTable } from "@/components/tables/data-table";
import type { DataColumn } from "@/components/tables/table-data";
import { TierBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { AskedNotice } from "../asked-notice";
import { listTodaysPulses, type TodaysPulse } from "@/lib/services/waves/list-todays-pulses";
import { TrusteeNotice } from "../trustee-notice";
import { TodayButtons } from "./today-buttons";
import { listOwnClasses, type OwnClass } from "@/lib/services/insight/list-own-classes";

export const metadata: Metadata = { title: "Classes" };

const COLUMNS: readonly DataColumn[] = [
  { id: "class", header: "Class", kind: "link" },
  { id: "school", header: "School", kind: "text", filter: true },
  { id: "grade", header: "Grade", kind: "text", filter: true },
  { id: "tier", header: "Flag", kind: "tier", filter: true, descendingFirst: true },
];

/** A teacher's classes as cards, one straight to its page; an administrator's as a list. */
export default async function ClassesPage() {
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const classes = await listOwnClasses(context);
  const [only] = classes;
  if (actor.role === "teacher" && only !== undefined && classes.length === 1) {
    redirect(`/classes/${encodeURIComponent(only.id)}`);
  }
  if (actor.role === "teacher") {
    const refs = classes.map(({ id, schoolId }) => ({ classId: id, schoolId }));
    const today = await listTodaysPulses(context, refs);
    return (
      <>
        <PageHeader
          title="My classes"
          actions={
            classes.length > 0 && today.size === 0 ? (
              <LinkButton href="/waves/new">Schedule a pulse</LinkButton>
            ) : undefined
          }
        />
        <TrusteeNotice />
        <AskedNotice />
        {classes.length === 0 ? (
          <NoClasses isDistrict={false} />
        ) : (
          <ClassCards classes={classes} today={today} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title="Classes" />
      {classes.length === 0 ? (
        <NoClasses isDistrict={actor.role === "district-administrator"} />
      ) : (
        <Card flush>
          <DataTable
            caption="Classes"
            noun="classes"
            searchLabel="Search class, school or teacher"
            columns={COLUMNS}
            rows={classes.map((row) => ({
              id: row.id,
              cells: {
                class: {
                  text: row.title,
                  href: `/classes/${encodeURIComponent(row.id)}`,
                  detail: row.teachers.join(", "),
                },
                school: row.schoolName,
                grade: row.gradeWords,
                tier: row.tier ?? "none",
              },
            }))}
          />
        </Card>
      )}
    </>
  );
}

function ClassCards({
  classes,
  today,
}: {
  readonly classes: readonly OwnClass[];
  readonly today: ReadonlyMap<string, TodaysPulse>;
}) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {classes.map((row) => (
        <li
          key={row.id}
          className="relative grid content-start gap-2 rounded-lg border border-line bg-surface p-5 shadow-card hover:border-line-strong"
        >
          <h2 className="text-lg font-semibold">
            <Link
              href={`/classes/${encodeURIComponent(row.id)}`}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {row.title}
            </Link>
          </h2>
          <p className="text-sm text-ink-soft">
            {row.gradeWords} · {row.schoolName}
          </p>
          <p>
            <TierBadge tier={row.tier ?? "none"} />
          </p>
          {today.has(row.id) ? (
            // Above the link that covers the card.
            <div className="relative z-10 mt-2 grid">
              <TodayButtons
                classId={row.id}
                classTitle={row.title}
                today={today.get(row.id) ?? null}
                maySchedule={false}
              />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function NoClasses({ isDistrict }: { readonly isDistrict: boolean }) {
  return (
    <EmptyState
      icon={School}
      title="No classes yet"
      actions={
        isDistrict ? (
          <LinkButton href="/rosters" variant="primary">
            Import a roster
          </LinkButton>
        ) : undefined
      }
    >
      {isDistrict
        ? "Classes come with the roster of your student information system."
        : "The roster does not name you for any class yet. Ask your district’s administrator to import or correct it."}
    </EmptyState>
  );
}
