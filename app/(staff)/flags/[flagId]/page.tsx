import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { timeWords } from "@/components/insight/date-words";
import { FlagFacts, FlagLimits } from "@/components/insight/flag-evidence";
import { KIND_WORDS, STATE_WORDS, TIER_MEANING } from "@/components/insight/flag-words";
import { Badge, TierBadge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readFlag } from "@/lib/services/flags/read-flag";

import { ChangeFlagForm } from "./change-flag-form";
import { NoteTimeline } from "./note-timeline";

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
            <Badge>{STATE_WORDS[flag.state]}</Badge>
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
          <Card title="What is being done">
            <ChangeFlagForm flagId={flag.id} state={flag.state} />
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
