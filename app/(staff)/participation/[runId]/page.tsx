import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { failureWords } from "@/lib/server/failure-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { openParticipationImport } from "@/lib/services/participation/open-participation-import";
import { DiscardForm } from "../../rosters/discard-form";
import { sizeWords } from "../../rosters/import-words";
import { ChoicesCheck } from "./choices-check";

export const metadata: Metadata = { title: "Check a file of choices" };

/** A staged file of families' choices: what was understood, who would change, and the button that writes it. */
export default async function ParticipationImportPage({
  params,
}: {
  params: Promise<{ runId: string }>;
}) {
  const { runId } = await params;
  const found = await openParticipationImport(serviceContext(await requireStaff()), runId);
  if (!found.ok && found.code === "missing") notFound();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Families", href: "/participation" }]} />}
        title="Check a file of choices"
        {...(found.ok
          ? { description: `${found.value.fileName}, ${sizeWords(found.value.bytes)}` }
          : {})}
      />
      <div className="grid gap-6">
        {found.ok ? (
          <ChoicesCheck runId={runId} opened={found.value} />
        ) : (
          <Notice tone="error" title={failureWords("file-changed").message} />
        )}
        <DiscardForm runId={runId} />
      </div>
    </>
  );
}
