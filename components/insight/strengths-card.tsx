import { Lightbulb, type LucideIcon, Sprout } from "lucide-react";
import type { ReactNode } from "react";

import { Card } from "@/components/ui/card";
import type { StrengthsAndTry } from "@/lib/insight/strengths-and-try";

import { constructName } from "./construct-name";
import { aboveWords, namesOf, noStrengthsWords, tryWords } from "./strengths-words";

/** Two strengths and one thing to try: what bands tell apart for certain, or that they tell nothing apart. */
export function StrengthsCard({
  strengths,
  actions,
}: {
  readonly strengths: StrengthsAndTry;
  readonly actions?: ReactNode;
}) {
  return (
    <Card
      title="Two strengths and one thing to try"
      description="Themes whose bands do not overlap. It is about this group only, and no comparison with others."
      actions={actions}
    >
      {strengths.ok ? (
        <Picked found={strengths} />
      ) : (
        <p className="max-w-prose text-ink-soft">{noStrengthsWords(strengths.code)}</p>
      )}
    </Card>
  );
}

function Picked({ found }: { readonly found: Extract<StrengthsAndTry, { ok: true }> }) {
  const { strengths, asHigh, toTry, asLow } = found;
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4 md:grid-cols-3">
        {strengths.map(({ construct, beyond }) => (
          <Pick
            key={construct}
            icon={Sprout}
            kind="Strength"
            name={constructName(construct)}
            words={aboveWords(beyond)}
          />
        ))}
        <Pick
          icon={Lightbulb}
          kind="To try"
          name={constructName(toTry.construct)}
          words={tryWords(toTry.beyond, asLow)}
        />
      </ul>
      {asHigh.length === 0 ? null : (
        <p className="max-w-prose text-sm text-ink-soft">
          {namesOf(asHigh)} could be as high as the strengths.
        </p>
      )}
    </div>
  );
}

function Pick({
  icon: Icon,
  kind,
  name,
  words,
}: {
  readonly icon: LucideIcon;
  readonly kind: string;
  readonly name: string;
  readonly words: string;
}) {
  return (
    <li className="grid content-start gap-1 rounded-md bg-sunken p-4">
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <Icon aria-hidden className="size-4 shrink-0" />
        {kind}
      </p>
      <h3 className="text-lg font-semibold">{name}</h3>
      <p className="text-sm text-ink-soft">{words}</p>
    </li>
  );
}
