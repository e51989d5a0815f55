import { Check, Minus } from "lucide-react";
import { confirmedWords, takenWords } from "@/components/waves/trustee-words";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { WaveTrusteesView } from "@/lib/services/trustees/wave-trustees";
import type { WaveView } from "@/lib/services/waves/read-wave";

/** Who holds the key of a pulse between them, and how far they are. */
export function WaveTrustees({
  wave,
  trustees,
}: {
  readonly wave: WaveView;
  readonly trustees: WaveTrusteesView;
}) {
  const closed = wave.state === "closed";
  return (
    <Card
      title="Trustees"
      description="Three colleagues hold the key of this pulse between them. Any two can have it opened after it closes; the server alone cannot."
      actions={
        trustees.isOne ? (
          <LinkButton href={`/trustee/${wave.id}`} size="sm">
            Your part
          </LinkButton>
        ) : null
      }
    >
      {trustees.people.length === 0 ? (
        <p>
          {closed && trustees.allTaken
            ? `${confirmedWords(trustees.confirmed)}.`
            : takenWords(trustees.taken)}
        </p>
      ) : null}
      <ul className="grid divide-y divide-line">
        {trustees.people.map((person) => (
          <li
            key={person.position}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-2 font-medium">
              {person.name}
              {person.disabled ? <Badge tone="watch">Account disabled</Badge> : null}
            </span>
            <span className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              <Mark done={person.taken} yes="Part taken" no="Part not taken" />
              {closed && trustees.allTaken ? (
                <Mark done={person.confirmed} yes="Confirmed" no="Not confirmed" />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Mark({
  done,
  yes,
  no,
}: {
  readonly done: boolean;
  readonly yes: string;
  readonly no: string;
}) {
  const Icon = done ? Check : Minus;
  return (
    <span
      className={done ? "flex items-center gap-1.5" : "flex items-center gap-1.5 text-ink-soft"}
    >
      <Icon aria-hidden className="size-4" />
      {done ? yes : no}
    </span>
  );
}
