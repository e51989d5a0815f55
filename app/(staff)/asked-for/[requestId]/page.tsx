import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { timeWords } from "@/components/insight/date-words";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readAsked } from "@/lib/services/adults/read-asked";
import { askedDayWords, STATE_WORDS } from "../state-words";
import { HandleForm } from "./handle-form";

// Not the student's name: titles stand in histories and on shared screens.
export const metadata: Metadata = { title: "A student asked for an adult" };

/** What one student sent, and what has been done. */
export default async function AskedPage({ params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params;
  const [found, district] = await Promise.all([
    readAsked(serviceContext(await requireStaff()), requestId),
    readDistrict(),
  ]);
  if (!found.ok) notFound();
  const { id, studentName, classTitle, schoolName, askedOn, message, state, note, ...last } =
    found.value;
  const timeZone = district?.timeZone ?? "UTC";
  return (
    <>
      <PageHeader
        title={studentName}
        breadcrumbs={
          <Breadcrumbs items={[{ label: "Students who asked for an adult", href: "/asked-for" }]} />
        }
        meta={<Badge tone={state === "new" ? "watch" : "neutral"}>{STATE_WORDS[state]}</Badge>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <Card title="What they sent">
          <DefinitionList
            items={[
              { term: "Name they typed", value: `${studentName} (not checked)` },
              { term: "Class", value: `${classTitle}, ${schoolName}` },
              { term: "Asked on", value: askedDayWords(askedOn) },
              {
                term: "What it is about",
                value:
                  message === "" ? (
                    <span className="text-ink-soft">They left this empty.</span>
                  ) : (
                    <span className="break-words whitespace-pre-line">{message}</span>
                  ),
              },
            ]}
          />
        </Card>
        <Card
          title="What is being done"
          {...(last.handledAt === null
            ? {}
            : {
                description: `Last: ${STATE_WORDS[state].toLowerCase()}, ${last.handledBy ?? "somebody"}, ${timeWords(last.handledAt, timeZone)}`,
              })}
        >
          <HandleForm id={id} state={state} note={note} />
        </Card>
      </div>
    </>
  );
}
