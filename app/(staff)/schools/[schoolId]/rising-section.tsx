import type { ReactNode } from "react";

import {
  lookSentences,
  rateSentence,
  windowSentence,
} from "@/components/insight/group-absence-words";
import { yearSentences } from "@/components/insight/year-words";
import { Badge, TierBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { GroupAbsence } from "@/lib/services/insight/group-absence";
import type { SchoolAbsenceView } from "@/lib/services/insight/read-school-absence";

/** Whether absence rises: the school beside its district and its own last year, each grade beside its school. */
export function RisingSection({
  view,
  school,
}: {
  readonly view: SchoolAbsenceView;
  readonly school: GroupAbsence;
}) {
  const first = view.grades.find(({ figures }) => figures !== null);
  return (
    <Card
      title="Is absence rising?"
      description="A finding is a reason to ask, and no judgement of anybody."
    >
      <div className="grid gap-6">
        <section className="grid gap-4" aria-labelledby="whole-school">
          <h3 id="whole-school" className="font-semibold">
            The whole school
          </h3>
          <Look look={school} name="Beside the other schools" explained />
          <Finding name="Beside its own last year" sentences={yearSentences(view.year)} />
        </section>
        <section className="grid gap-4 border-t border-line pt-5" aria-labelledby="grades">
          <h3 id="grades" className="font-semibold">
            Its grades, each beside the rest of the school
          </h3>
          {first === undefined || first.figures === null ? null : (
            <p className="max-w-prose text-sm text-ink-soft">{windowSentence(first)}</p>
          )}
          {view.grades.length === 0 ? (
            <p className="max-w-prose text-ink-soft">
              The roster does not say which grade a student is in, for students or for their
              classes.
            </p>
          ) : (
            <ul className="grid gap-4">
              {view.grades.map((look) => (
                <li key={look.grade}>
                  <Look look={look} name={look.name} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Card>
  );
}

function Look({
  look,
  name,
  explained = false,
}: {
  readonly look: GroupAbsence;
  readonly name: string;
  /** Says the weeks and the comparison too. */
  readonly explained?: boolean;
}) {
  const rates = rateSentence(look);
  const window = explained && look.figures !== null ? windowSentence(look) : null;
  return (
    <Finding
      name={name}
      badge={<LookBadge look={look} />}
      sentences={lookSentences(look)}
      details={[rates, window].filter((detail) => detail !== null)}
    />
  );
}

function LookBadge({ look }: { readonly look: GroupAbsence }) {
  if (look.figures === null) return <Badge>Cannot say</Badge>;
  const { tier } = look.figures;
  if (tier === null) return <Badge>Not shown as rising</Badge>;
  if (tier !== "none") return <TierBadge tier={tier} />;
  return <TierBadge tier="none" label="As usual" />;
}

function Finding({
  name,
  badge,
  sentences,
  details = [],
}: {
  readonly name: string;
  readonly badge?: ReactNode;
  readonly sentences: readonly string[];
  readonly details?: readonly string[];
}) {
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[13rem_1fr]">
      <div className="flex flex-wrap items-center justify-between gap-2 self-start sm:flex-col sm:items-start sm:gap-1">
        <h4 className="font-medium">{name}</h4>
        {badge}
      </div>
      <div className="grid max-w-prose gap-1">
        <p>{sentences.join(" ")}</p>
        {details.map((detail) => (
          <p key={detail} className="text-sm text-ink-soft tabular">
            {detail}
          </p>
        ))}
      </div>
    </div>
  );
}
