import { Presentation } from "lucide-react";

import { MeasurementNote } from "@/components/insight/measurement-note";
import { StrengthsCard } from "@/components/insight/strengths-card";
import { LinkButton } from "@/components/ui/link-button";
import type { ClassView } from "@/lib/services/insight/read-class";

import { ChangeSection } from "./change-section";
import { ClassFlags } from "./class-flags";
import { ConstructsSection } from "./constructs-section";
import { PulseSection } from "./pulse-section";
import { QuestionsSection } from "./questions-section";
import { RunningNotice } from "./running-notice";
import { TermSection } from "./term-section";
import { TiesSection } from "./ties-section";
import { TrySomething } from "./try-something";

/** How is this class, what changed, what to look at, what can be done; then what all that rests on. */
export function ClassBody({ view }: { readonly view: ClassView }) {
  const { pulse } = view;
  return (
    <div className="grid gap-6">
      {view.running === null ? null : <RunningNotice view={view} wave={view.running} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PulseSection view={view} />
        <ChangeSection view={view} />
      </div>
      <ClassFlags flags={view.flags} />
      {pulse === null ? null : (
        <StrengthsCard strengths={pulse.strengths} actions={<TalkLink classId={view.class.id} />} />
      )}
      <TrySomething view={view} />
      {pulse === null ? null : (
        <>
          <ConstructsSection pulse={pulse} />
          <QuestionsSection pulse={pulse} />
          {pulse.ties === null ? null : <TiesSection ties={pulse.ties} />}
        </>
      )}
      <TermSection view={view} />
      <MeasurementNote />
    </div>
  );
}

function TalkLink({ classId }: { readonly classId: string }) {
  return (
    <LinkButton href={`/classes/${encodeURIComponent(classId)}/talk`} prefetch={false}>
      <Presentation aria-hidden />
      Talk about it
    </LinkButton>
  );
}
