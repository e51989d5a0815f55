import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { MeasurementNote } from "@/components/insight/measurement-note";
import { TierBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readClass } from "@/lib/services/insight/read-class";

import { TrusteeNotice } from "../../trustee-notice";
import { AbsenceSection } from "./absence-section";
import { ChangeSection } from "./change-section";
import { ClassFlags } from "./class-flags";
import { PulseSection } from "./pulse-section";
import { QuestionsSection } from "./questions-section";
import { RunningNotice } from "./running-notice";
import { ThemesSection } from "./themes-section";
import { TiesSection } from "./ties-section";

export const metadata: Metadata = { title: "Class" };

/** How is this class, what changed, what to look at. */
export default async function ClassPage({ params }: { params: Promise<{ classId: string }> }) {
  const { classId } = await params;
  const actor = await requireStaff();
  const outcome = await readClass(serviceContext(actor), decodeURIComponent(classId));
  if (!outcome.ok) notFound();
  const view = outcome.value;
  const [flag] = view.flags;
  const crumb = actor.role === "teacher" ? "My classes" : "Classes";
  const isOnly = actor.role === "teacher" && actor.classIds.length === 1;
  return (
    <>
      <PageHeader
        title={view.class.title}
        description={`${view.class.gradeWords} · ${view.class.schoolName}${
          view.class.teachers.length > 0 ? ` · ${view.class.teachers.join(", ")}` : ""
        }`}
        breadcrumbs={
          isOnly ? undefined : <Breadcrumbs items={[{ label: crumb, href: "/classes" }]} />
        }
        meta={flag === undefined ? undefined : <TierBadge tier={flag.tier} />}
      />
      {/* The page on which a teacher of one class lands. */}
      {isOnly ? <TrusteeNotice /> : null}
      <div className="grid gap-6">
        {view.running === null ? null : <RunningNotice wave={view.running} />}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PulseSection view={view} />
          <ChangeSection view={view} />
        </div>
        <ClassFlags flags={view.flags} />
        {view.pulse?.themes ? <ThemesSection themes={view.pulse.themes} /> : null}
        {view.pulse === null ? null : <QuestionsSection pulse={view.pulse} />}
        {view.pulse?.ties ? <TiesSection ties={view.pulse.ties} /> : null}
        <AbsenceSection view={view} />
        <MeasurementNote />
      </div>
    </>
  );
}
