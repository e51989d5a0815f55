import { TIER_MEANING } from "@/components/insight/flag-words";
import { TierBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";

/** The two tiers, and what raises them. */
export function WhatRaisesAFlag() {
  return (
    <Card title="What raises a flag">
      <div className="grid gap-4">
        <DefinitionList
          items={[
            { term: "Watch", value: <Tier tier="watch">{WATCH}</Tier> },
            { term: "Act", value: <Tier tier="act">{ACT}</Tier> },
          ]}
        />
        <div className="grid max-w-prose gap-3">
          <p>
            <strong>Low belonging</strong> rests on the bands of a class&apos;s last pulse, weighed
            against all classes that were asked the same questions. Small classes vary by chance, so
            each figure is first pulled towards the others, the more the fewer students answered. A
            class is named only if the chance that it lies among the lowest tenth is at least half,
            and only as many classes as keep the expected share of wrong names at one in five.
          </p>
          <p>
            <strong>Rising absence</strong> rests on absences that begin: absent today, present the
            school day before. A long illness counts once. The last four weeks are compared with the
            class&apos;s own weeks before them and with the rest of its school in the same weeks, so
            that flu, holidays and bad weather, which hit the whole school, raise nothing. A class
            is shown only if it is at least a quarter above what was expected and at least three
            students are behind it. Grades are compared with their school and schools with their
            district by the same rule.
          </p>
        </div>
      </div>
    </Card>
  );
}

const WATCH =
  "Belonging is probably among the lowest tenth, or absence lies clearly above what is expected.";
const ACT =
  "Both within six weeks; or belonging is low over a term's pulses together; or absence lies far above what is expected.";

function Tier({ tier, children }: { readonly tier: "watch" | "act"; readonly children: string }) {
  return (
    <div className="grid justify-items-start gap-1">
      <TierBadge tier={tier} />
      <p className="max-w-prose">{children}</p>
      <p className="text-sm text-ink-soft">{TIER_MEANING[tier]}</p>
    </div>
  );
}

/** What happens to a flag, and who sees it. */
export function LifeOfAFlag({ teacherFirstDays }: { readonly teacherFirstDays: number }) {
  return (
    <Card title="What happens to a flag">
      <ul className="grid max-w-prose list-disc gap-2 pl-5">
        <li>
          <strong>The teacher first.</strong> {firstWords(teacherFirstDays)} Whoever else sees it
          speaks with the teacher before anything is done. It is never a judgement of a teacher, and
          there is no ranking anywhere.
        </li>
        <li>
          <strong>What clears it.</strong> For low belonging, a next pulse in which the chance of
          lying in the lowest tenth falls below half. For rising absence, weeks that are no longer
          clearly above what is expected.
        </li>
        <li>
          <strong>Somebody has it.</strong> A teacher takes a flag of their class; administrators
          give one to a colleague who may see it. A teacher answers in a word or two, and the answer
          stays with the flag.
        </li>
        <li>
          <strong>It can rest.</strong> With a reason and until a date, six weeks on at most. It
          comes back by itself, and at once when new evidence lifts it from watch to act.
        </li>
        <li>
          <strong>It is closed with an outcome.</strong> What was found is counted: see “Did flags
          help?” below.
        </li>
        <li>
          <strong>It expires.</strong> Six weeks without new evidence close it by themselves.
        </li>
        <li>
          <strong>Enough must take part.</strong> Below 80% participation a pulse carries a warning;
          below 60% it raises no flag. Absence does not depend on who answers, so it still can.
        </li>
      </ul>
    </Card>
  );
}

function firstWords(days: number): string {
  if (days === 0)
    return "The flag stands on the class's own page, with its reasons and its limits.";
  const span = days === 1 ? "one day" : `${String(days)} days`;
  return `For ${span} a new flag is shown to the class's own teacher only, if that teacher can sign in.`;
}

/** What no flag can tell. */
export function WhatFlagsCannotSee() {
  return (
    <Card title="What flags cannot see">
      <ul className="grid max-w-prose list-disc gap-2 pl-5">
        <li>Any one student. Nothing here describes or predicts a child.</li>
        <li>Why. A flag is a reason to ask, and the cause may lie outside the class.</li>
        <li>
          Most small rises in one class: see the table above. No flag does not mean that all is
          well.
        </li>
        <li>
          A rise of the whole school, as far as its classes go: they are compared with each other.
          The school itself is compared with the rest of the district.
        </li>
        <li>
          A class before its eighth week with attendance, the only class of a school, and a class
          that did not meet in one of the four weeks.
        </li>
        <li>Those who did not answer, and who is isolated: counts cannot tell.</li>
      </ul>
    </Card>
  );
}
