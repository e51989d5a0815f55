import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { dateTimeWords } from "@/components/waves/wave-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { type MailSettingsView, readMailSettings } from "@/lib/services/digest/read-mail-settings";
import { ScheduleForm, TestMailForm } from "./mail-forms";

export const metadata: Metadata = { title: "Settings" };

/** For district administrators: whether mail goes out, and when. */
export default async function SettingsPage() {
  const found = await readMailSettings(serviceContext(await requireStaff()));
  if (!found.ok) notFound();
  const mail = found.value;
  return (
    <>
      <PageHeader
        title="Settings"
        description="E-mail. What is set on the server itself stands in its documentation, under Running Hearth."
      />
      <div className="grid max-w-3xl gap-6">
        <Card
          title="Mail server"
          description="Hearth sends mail through a server of yours. It is set where Hearth runs, not here, so that no page can show or change its password."
        >
          <MailServer mail={mail} />
        </Card>
        <Card
          title="Weekly mail"
          description="To administrators and teachers, each about their own: flags they may see, pulses, attendance. Counts and links; results are never in a mail. Who has nothing waiting gets none, and everybody can stop it."
        >
          <p className="mb-5">{nextWords(mail)}</p>
          <ScheduleForm schedule={mail.schedule} />
        </Card>
        <Card title="Students who asked for an adult">
          <p className="max-w-prose">
            Those named to receive them are told at 7:00 AM and at noon how many requests wait, and
            nothing else. At fixed hours, so that no mail says when a student wrote.
          </p>
        </Card>
      </div>
    </>
  );
}

function MailServer({ mail: { server, isDemo } }: { readonly mail: MailSettingsView }) {
  if (server === null) {
    return (
      <Notice title="No mail is sent">
        No mail server is set. Whoever runs Hearth sets HEARTH_SMTP_URL and HEARTH_MAIL_FROM and
        starts it again. Everything else works without.
      </Notice>
    );
  }
  return (
    <div className="grid gap-5">
      {isDemo ? (
        <Notice title="A demonstration sends no mail">Its people are invented.</Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: "Server", value: `${server.host}, port ${String(server.port)}` },
          { term: "Mail comes from", value: server.from },
        ]}
      />
      {isDemo ? null : <TestMailForm />}
    </div>
  );
}

function nextWords({ server, isDemo, next, timeZone }: MailSettingsView): string {
  const when = dateTimeWords(next, timeZone);
  return server === null || isDemo
    ? `Were mail sent, the next one would go out ${when}.`
    : `The next one goes out ${when}.`;
}
