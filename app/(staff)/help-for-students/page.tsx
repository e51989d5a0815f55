import { LifeBuoy } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locales";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readReceivers } from "@/lib/services/adults/read-receivers";
import { readHelpLines } from "@/lib/services/help/read-help-lines";
import { LineForm } from "./line-form";
import { LineList } from "./line-list";
import { ReceiversSection } from "./receivers-section";
import { StudentPreview } from "./student-preview";

export const metadata: Metadata = { title: "Help for students" };

/** Where students find help after a pulse, and who is told when one asks for an adult. */
export default async function HelpForStudentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = serviceContext(await requireStaff());
  const [help, receivers, { see }] = await Promise.all([
    readHelpLines(context),
    readReceivers(context),
    searchParams,
  ]);
  if (!help.ok || !receivers.ok) notFound();
  const { lines, timeZone } = help.value;
  return (
    <>
      <PageHeader
        title="Help for students"
        description="What students find after they have sent their answers. Nobody reads answers one by one, so nobody can come to a student because of one: they must know whom to turn to."
      />
      <div className="grid gap-6">
        <Card title="Where to find help" actions={<LineForm />}>
          {lines.length === 0 ? (
            <EmptyState icon={LifeBuoy} title="No lines of your own yet">
              Add the lines that students of your district can call, text or chat with: at most six
              a language. Try each number yourself before you add it.
            </EmptyState>
          ) : (
            <LineList lines={lines} />
          )}
        </Card>
        <StudentPreview
          lines={lines}
          timeZone={timeZone}
          locale={isLocale(see) ? see : DEFAULT_LOCALE}
        />
        <ReceiversSection view={receivers.value} />
      </div>
    </>
  );
}
