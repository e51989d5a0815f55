import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Steps } from "@/components/ui/steps";
import { failureWords } from "@/lib/server/failure-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { openDemographicsImport } from "@/lib/services/demographics/open-demographics-import";
import { DiscardForm } from "../../discard-form";
import { sizeWords } from "../../import-words";
import { ColumnsForm } from "./columns-form";
import { DemographicsCheck } from "./demographics-check";

export const metadata: Metadata = { title: "Check a file of demographics" };

const STEPS = [
  { id: "upload", label: "Upload" },
  { id: "mapping", label: "Columns" },
  { id: "ready", label: "Look" },
  { id: "apply", label: "Apply" },
];

/** A staged file of demographics: choose columns, see what was understood, apply. */
export default async function DemographicsImportPage({
  params,
}: {
  params: Promise<{ runId: string }>;
}) {
  const context = serviceContext(await requireStaff());
  const { runId } = await params;
  const found = await openDemographicsImport(context, runId);
  if (!found.ok && found.code === "missing") notFound();
  const stage = found.ok ? found.value.stage : null;
  return (
    <>
      <PageHeader
        title="Check a file of demographics"
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: "Rosters", href: "/rosters" },
              { label: "Demographics", href: "/rosters/demographics" },
            ]}
          />
        }
        {...(found.ok
          ? { description: `${found.value.fileName}, ${sizeWords(found.value.bytes)}` }
          : {})}
      />
      <Steps
        label="Import"
        steps={STEPS}
        currentId={stage?.step === "ready" ? "ready" : "mapping"}
      />
      <div className="grid gap-6">
        {stage === null ? (
          <Notice tone="error" title={failureWords("file-changed").message} />
        ) : null}
        {stage?.step === "refused" ? (
          <Notice tone="error" title="This file cannot be read. Nothing was changed.">
            <ul className="list-disc pl-5">
              {stage.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {stage?.step === "mapping" ? (
          <ColumnsForm runId={runId} survey={stage.survey} mapping={stage.mapping} />
        ) : null}
        {stage?.step === "ready" ? <DemographicsCheck runId={runId} stage={stage} /> : null}
        <DiscardForm runId={runId} />
      </div>
    </>
  );
}
