import { LockKeyhole, School } from "lucide-react";

import { timeWords } from "@/components/insight/date-words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import type { Overview } from "@/lib/services/overview/read-overview";
import { readSetUp } from "@/lib/services/set-up/read-set-up";

import { SetUpList } from "./set-up-list";

/** What to do next on the way from nothing to the first result. */
export async function SetUpSteps({
  overview,
  isDistrict,
}: {
  readonly overview: Overview;
  readonly isDistrict: boolean;
}) {
  if (overview.schools.length === 0 && !isDistrict) {
    return (
      <EmptyState icon={School} title="No roster yet">
        There is no class in your schools yet. Ask your district’s administrator to import the
        roster.
      </EmptyState>
    );
  }
  const steps = await readSetUp(serviceContext(await requireStaff()));
  const [wave] = overview.running;
  return (
    <div className="grid gap-6">
      {wave === undefined ? null : (
        <EmptyState
          icon={LockKeyhole}
          title="The first results are on their way"
          actions={<LinkButton href="/waves">See the pulses</LinkButton>}
        >
          {wave.title} closes {timeWords(wave.closesAt, wave.timeZone)}. Nothing can be seen before
          it is sealed, by nobody.
        </EmptyState>
      )}
      {steps.ok ? <SetUpList steps={steps.value} /> : null}
    </div>
  );
}
