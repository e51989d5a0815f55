import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";

import { downloadChoices } from "@/components/exports/download-choices";
import { TierBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DownloadMenu } from "@/components/ui/download-menu";
import { PageHeader } from "@/components/ui/page-header";
import { CardsSkeleton } from "@/components/ui/skeleton";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type ClassView, readClass } from "@/lib/services/insight/read-class";
import { type ClassHead, readClassHead } from "@/lib/services/insight/read-class-head";

import { AskedNotice } from "../../asked-notice";
import { TrusteeNotice } from "../../trustee-notice";
import { TodayButtons } from "../today-buttons";
import { ClassBody } from "./class-body";

export const metadata: Metadata = { title: "Class" };

type Reading = ReturnType<typeof readClass>;

/**
 * One class. Its head is waited for, since it decides whether there is a page at all; the rest has its outline until it
 * is read. A loading.tsx would have answered 200 before that was known (docs/decisions/0034).
 */
export default async function ClassPage({ params }: { params: Promise<{ classId: string }> }) {
  const classId = decodeURIComponent((await params).classId);
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const reading = readClass(context, classId);
  // Awaited below, or not at all: then its failure is nobody's.
  reading.catch(() => undefined);
  const head = await readClassHead(context, classId);
  if (!head.ok) notFound();
  const crumb = actor.role === "teacher" ? "My classes" : "Classes";
  const isOnly = actor.role === "teacher" && actor.classIds.length === 1;
  return (
    <>
      <PageHeader
        title={head.value.title}
        description={describe(head.value)}
        breadcrumbs={
          isOnly ? undefined : <Breadcrumbs items={[{ label: crumb, href: "/classes" }]} />
        }
        actions={
          <Suspense fallback={null}>
            <Today reading={reading} isTeacher={actor.role === "teacher"} />
          </Suspense>
        }
        meta={
          <Suspense fallback={null}>
            <Tier reading={reading} />
          </Suspense>
        }
      />
      {/* The page on which a teacher of one class lands. */}
      {isOnly ? <TrusteeNotice /> : null}
      {isOnly ? <AskedNotice /> : null}
      <Suspense fallback={<CardsSkeleton label="Loading the class" />}>
        <Body reading={reading} />
      </Suspense>
    </>
  );
}

function describe({ gradeWords, schoolName, teachers }: ClassHead): string {
  return [gradeWords, schoolName, ...(teachers.length > 0 ? [teachers.join(", ")] : [])].join(
    " · ",
  );
}

/** Whoever got the head gets the rest, unless the class was taken away in between. */
async function viewOf(reading: Reading): Promise<ClassView> {
  const outcome = await reading;
  if (!outcome.ok) notFound();
  return outcome.value;
}

async function Body({ reading }: { readonly reading: Reading }) {
  return <ClassBody view={await viewOf(reading)} />;
}

async function Tier({ reading }: { readonly reading: Reading }) {
  const [flag] = (await viewOf(reading)).flags;
  return flag === undefined ? null : <TierBadge tier={flag.tier} />;
}

async function Today({
  reading,
  isTeacher,
}: {
  readonly reading: Reading;
  readonly isTeacher: boolean;
}) {
  const view = await viewOf(reading);
  return (
    <>
      <TodayButtons
        classId={view.class.id}
        today={view.today}
        maySchedule={isTeacher && view.maySchedule && view.running === null}
      />
      {view.pulse === null ? null : (
        <DownloadMenu choices={downloadChoices("classes", view.class.id)} />
      )}
    </>
  );
}
