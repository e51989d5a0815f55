import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { translateTo } from "@/lib/i18n/translate";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { textDirection } from "@/lib/i18n/locales";
import { environment } from "@/lib/server/environment";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readNoticeChoices } from "@/lib/services/participation/read-notice-choices";
import { CopyText } from "./copy-text";
import { FamilyNotice } from "./family-notice";
import { NoticeForm } from "./notice-form";
import { readNoticeRequest } from "./notice-request";
import { noticeText, plainNotice } from "./notice-text";

export const metadata: Metadata = { title: "Notice for families" };

/** Makes the notice that goes home before a pulse: to print, or to paste into a message. */
export default async function NoticePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const found = await readNoticeChoices(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const choices = found.value;
  const request = readNoticeRequest(await searchParams, choices);
  const school = choices.schools.find(({ id }) => id === request.school);
  const asked = choices.questions.find(({ key }) => key === request.questions);
  const { locale } = request;
  const text =
    school === undefined || asked === undefined
      ? null
      : noticeText(translateTo(locale), request, {
          school: school.name,
          instrument: asked.instrument,
          link: `${environment().url}/questions/${asked.key}?lang=${locale}`,
        });
  return (
    <>
      <div data-print="hide">
        <PageHeader
          breadcrumbs={<Breadcrumbs items={[{ label: "Families", href: "/participation" }]} />}
          title="Notice for families"
          description="Say what the pulse does, look the notice over, and print it or paste its text into a message."
          {...(text === null ? {} : { actions: <PrintButton variant="primary" /> })}
        />
      </div>
      {text === null ? (
        <EmptyState title="There is no school yet">Import a roster first.</EmptyState>
      ) : (
        <div className="grid gap-6">
          <div data-print="hide" className="grid gap-6">
            <Card title="What it says">
              <NoticeForm key={JSON.stringify(request)} choices={choices} request={request} />
            </Card>
            {request.consent === choices.consent ? null : (
              <Notice tone="watch" title="This is not how your district is set">
                The notice says one thing and Hearth does the other. Change one of the two before it
                goes home.
              </Notice>
            )}
          </div>
          <FamilyNotice locale={locale} text={text} />
          <div data-print="hide" className="max-w-[46rem]">
            <CopyText text={plainNotice(text)} lang={locale} dir={textDirection(locale)} />
          </div>
          <p data-print="hide" className="max-w-prose text-sm text-ink-soft">
            This is no legal advice. In the United States PPRA asks for a notice with the dates, a
            way to read the questions and a way to say no, and for some topics a yes in writing.
            Check with whoever looks after privacy in your district.
          </p>
        </div>
      )}
    </>
  );
}
