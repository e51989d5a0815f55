import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { QUESTION_BANK } from "@/lib/instruments/compose";
import { CONSTRUCTS, isIndexConstruct } from "@/lib/instruments/instrument";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readCatalogue } from "@/lib/services/instruments/read-instruments";
import { ComposeForm } from "./compose-form";

export const metadata: Metadata = { title: "Your own form" };

/** Chooses questions for a fixed form that every student of a pulse is asked. */
export default async function NewFormPage() {
  const catalogue = await readCatalogue(serviceContext(await requireStaff()));
  if (!catalogue.ok || !catalogue.value.mayImport) notFound();
  const themes = CONSTRUCTS.map((construct) => ({
    title: CONSTRUCT_WORDS[construct],
    inIndex: isIndexConstruct(construct),
    questions: QUESTION_BANK.filter((item) => item.construct === construct).map(
      ({ id, text, anchor, reverse }) => ({ id, text: text.en, anchor, reverse }),
    ),
  }));
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Questions", href: "/instruments" }]} />}
        title="Your own form"
        description="Choose what every student of a pulse is asked. Pulses can be compared only if they asked the same form: keep one over a year."
      />
      <ComposeForm themes={themes} />
    </>
  );
}
