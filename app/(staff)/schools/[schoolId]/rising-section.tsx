import type { ReactNode } from "react";

import { lookSentences, rateSentence } from "@/components/insight/group-absence-words";
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
  return (
    <Card
      title="Is absence rising?"
      description="The last four school weeks beside what was to be expected. A finding is a reason to ask, and no judgement of anybody."
    >
      <div className="grid gap-6">
        <section className="grid gap-4" aria-labelledby="whole-school">
          <h3 id="whole-school" className="font-semibold">
            The whole school
          </h3>
          <Look look={school} name="Beside the other schools" />
          <Finding name="Beside its own last year" sentences={yearSentences(view.year)} />
        </section>
        <section className="grid gap-4 border-t border-line pt-5" aria-labelledby="grades">
          <h3 id="grades" className="font-semibold">
            Its grades, each beside the rest of the school
          </h3>
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

function Look({ look, name }: { readonly look: GroupAbsence; readonly name: string }) {
  return (
    <Finding
      name={name}
      badge={<LookBadge look={look} />}
      sentences={lookSentences(look)}
      detail={rateSentence(look)}
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
  detail = null,
}: {
  readonly name: string;
  readonly badge?: ReactNode;
  readonly sentences: readonly string[];
  readonly detail?: string | null;
}) {
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[14rem_1fr]">
      <div className="flex flex-wrap items-start justify-between gap-2 sm:grid sm:justify-start">
        <h4 className="font-medium">{name}</h4>
        {badge}
      </div>
      <div className="grid max-w-prose gap-1">
        <p>{sentences.join(" ")}</p>
        {detail === null ? null : <p className="text-sm text-ink-soft tabular">{detail}</p>}
      </div>
    </div>
  );
}
