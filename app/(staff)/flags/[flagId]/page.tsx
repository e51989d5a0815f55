import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { timeWords } from "@/components/insight/date-words";
import { FlagFacts, FlagLimits } from "@/components/insight/flag-evidence";
import { FlagWork } from "@/components/insight/flag-work";
import { KIND_WORDS, STAGE_WORDS, TIER_MEANING } from "@/components/insight/flag-words";
import { Badge, TierBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readFlag } from "@/lib/services/flags/read-flag";

import { HandOver } from "../hand-over";
import { AnswerForm } from "./answer-form";
import { ChangeFlagForm } from "./change-flag-form";
import { NoteTimeline } from "./note-timeline";
import { RestOrClose } from "./rest-or-close";

export const metadata: Metadata = { title: "Flag" };

/** Why a flag is there, what it rests on, what it cannot see, and what was done about it. */
export default async function FlagPage({ params }: { params: Promise<{ flagId: string }> }) {
  const { flagId } = await params;
  const actor = await requireStaff();
  const [outcome, district] = await Promise.all([
    readFlag(serviceContext(actor), flagId),
    readDistrict(),
  ]);
  if (!outcome.ok) notFound();
  const { flag, notes } = outcome.value;
  const timeZone = district?.timeZone ?? "UTC";
  return (
    <>
      <PageHeader
        title={`${flag.classTitle}: ${KIND_WORDS[flag.kind].toLowerCase()}`}
        description={flag.schoolName}
        breadcrumbs={<Breadcrumbs items={[{ label: "Flags", href: "/flags" }]} />}
        meta={
          <>
            <TierBadge tier={flag.tier} />
            <Badge>{STAGE_WORDS[flag.stage]}</Badge>
            <span className="text-sm text-ink-soft">
              Since {timeWords(flag.raisedAt, timeZone)}
            </span>
          </>
        }
        actions={
          <LinkButton href={`/classes/${encodeURIComponent(flag.classId)}`}>
            Look at the class
          </LinkButton>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <Card title="Why it is here">
            <div className="grid gap-4">
              <p className="max-w-prose">{flag.reason}</p>
              <p className="text-sm text-ink-soft">{TIER_MEANING[flag.tier]}</p>
              <FlagFacts evidence={flag.evidence} />
            </div>
          </Card>
          <Card title="How far to trust it">
            <FlagLimits evidence={flag.evidence} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-6">
          {flag.may.answer ? (
            <Card
              title={flag.answer === null ? "Your answer" : "Your answer so far"}
              description="You know the class. Whoever sees this flag reads your answer first."
            >
              <AnswerForm flagId={flag.id} answer={flag.answer} />
            </Card>
          ) : null}
          <Card title="Where it stands">
            <div className="grid gap-4">
              <FlagWork flag={flag} timeZone={timeZone} />
              <HandOver flag={flag} ownId={actor.accountId} />
            </div>
          </Card>
          <Card title="What is being done">
            <div className="grid gap-5">
              {flag.state === "closed" ? (
                <p className="text-ink-soft">
                  This flag is closed. New evidence would raise a new one. You can still add a note.
                </p>
              ) : (
                <RestOrClose view={outcome.value} />
              )}
              <ChangeFlagForm flagId={flag.id} state={flag.state} />
            </div>
          </Card>
          <Card title="Notes so far">
            <NoteTimeline
              raised={timeWords(flag.raisedAt, timeZone)}
              notes={notes.map((note) => ({ ...note, at: timeWords(note.at, timeZone) }))}
            />
          </Card>
        </div>
      </div>
    </>
  );
}
