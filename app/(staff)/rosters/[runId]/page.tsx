import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Steps } from "@/components/ui/steps";
import { failureWords } from "@/lib/server/failure-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { previewRoster } from "@/lib/services/rosters/preview-roster";
import { DiscardForm } from "../discard-form";
import { countWords, sizeWords } from "../import-words";
import { SkippedTable } from "../skipped-table";
import { RosterDifference } from "./roster-difference";

export const metadata: Metadata = { title: "Compare a roster" };

const STEPS = [
  { id: "upload", label: "Upload" },
  { id: "look", label: "Look" },
  { id: "apply", label: "Apply" },
];

/** What an uploaded roster would change. */
export default async function RosterPreviewPage({
  params,
}: {
  params: Promise<{ runId: string }>;
}) {
  const context = serviceContext(await requireStaff());
  const { runId } = await params;
  const found = await previewRoster(context, runId);
  if (!found.ok && found.code === "missing") notFound();
  return (
    <>
      <PageHeader
        title="What this roster changes"
        breadcrumbs={<Breadcrumbs items={[{ label: "Rosters", href: "/rosters" }]} />}
        {...(found.ok
          ? { description: `${found.value.fileName}, ${sizeWords(found.value.bytes)}` }
          : {})}
      />
      <Steps label="Import" steps={STEPS} currentId="look" />
      <div className="grid gap-6">
        {!found.ok ? (
          <>
            <Notice tone="error" title={failureWords(found.code).message} />
            <DiscardForm runId={runId} />
          </>
        ) : found.value.outcome.state === "problems" ? (
          <>
            <Notice tone="error" title="This file cannot be used. Nothing was changed.">
              <p>
                {countWords(found.value.outcome.problems.length, "problem", "problems")} to correct
                where the file comes from; then upload it again.
              </p>
            </Notice>
            <SkippedTable
              title="What is wrong"
              total={found.value.outcome.problems.length}
              rows={found.value.outcome.problems.slice(0, 200).map((problem) => ({
                file: problem.file,
                line: problem.line ?? 1,
                column: problem.column ?? null,
                reason: problem.message,
              }))}
            />
            <DiscardForm runId={runId} />
          </>
        ) : (
          <RosterDifference runId={runId} outcome={found.value.outcome} />
        )}
      </div>
    </>
  );
}
