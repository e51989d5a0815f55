import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuestionSheet } from "@/app/(public)/questions/[instrumentId]/question-sheet";
import { translateTo } from "@/lib/i18n/translate";
import { LanguageSwitch } from "@/components/student/language-switch";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locales";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readInstrument } from "@/lib/services/instruments/read-instruments";

export const metadata: Metadata = { title: "For families" };

/** The questions as a sheet for families, in one language: what the public page shows, without its frame. */
export default async function PrintPage({
  params,
  searchParams,
}: {
  params: Promise<{ instrumentId: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
}) {
  const { instrumentId } = await params;
  const { lang } = await searchParams;
  const found = await readInstrument(
    serviceContext(await requireStaff()),
    decodeURIComponent(instrumentId),
  );
  // Only of what students can be asked: a notice must not speak of questions that nobody asks.
  if (!found.ok || !found.value.inPulses) notFound();
  const { key, instrument } = found.value;
  const locale = isLocale(lang) ? lang : DEFAULT_LOCALE;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              items={[
                { label: "Questions", href: "/instruments" },
                { label: instrument.title.en, href: `/instruments/${key}` },
              ]}
            />
          }
          title="For families"
          description="To print, or to send as a link: families need no account to read it."
          actions={
            <>
              <LinkButton href={`/questions/${key}?lang=${locale}`} prefetch={false}>
                Open the link
              </LinkButton>
              <PrintButton variant="primary" />
            </>
          }
        />
        <div className="mb-6">
          <LanguageSwitch current={locale} label="Language" path={`/instruments/${key}/print`} />
        </div>
      </div>
      <QuestionSheet instrument={instrument} locale={locale} t={translateTo(locale)} />
    </>
  );
}
