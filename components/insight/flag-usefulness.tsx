import { FOUND_WORDS } from "@/components/insight/flag-words";
import { Card } from "@/components/ui/card";
import { FOUND_OUTCOMES } from "@/lib/flags/outcome";
import { FEWEST_TO_SAY, inHundredWords, type Usefulness } from "@/lib/flags/usefulness";

/** What became of closed flags: the counts, and the share that helped with its doubt, or that it is too few to say. */
export function FlagUsefulness({ usefulness }: { readonly usefulness: Usefulness }) {
  const { counts, lookedInto, unsaid } = usefulness;
  return (
    <Card
      title="Did flags help?"
      description="Flags of classes you may see, closed in the last year, as those who closed them said."
    >
      <div className="grid gap-4">
        <p className="max-w-prose font-medium">{shareWords(usefulness)}</p>
        {lookedInto === 0 ? null : (
          <dl className="grid max-w-md gap-1 text-sm">
            {FOUND_OUTCOMES.map((outcome) => (
              <div key={outcome} className="flex justify-between gap-4">
                <dt className="text-ink-soft">{FOUND_WORDS[outcome].label}</dt>
                <dd className="tabular">{counts[outcome]}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="max-w-prose text-sm text-ink-soft">{unsaidWords(unsaid)}</p>
      </div>
    </Card>
  );
}

function shareWords({ counts, lookedInto, helped }: Usefulness): string {
  if (lookedInto === 0) return "Nobody has closed a flag and said what was found yet.";
  const flags = lookedInto === 1 ? "1 flag was" : `${String(lookedInto)} flags were`;
  if (helped === null) {
    return `${flags} looked into: too few to say how often flags help. That is said from ${String(FEWEST_TO_SAY)} on.`;
  }
  return `${flags} looked into, and ${String(counts.helped)} helped. Of many more flags like these, ${inHundredWords(helped)} would (95% interval).`;
}

function unsaidWords(unsaid: number): string {
  const rest =
    unsaid === 0
      ? ""
      : unsaid === 1
        ? " 1 more closed by itself or without an outcome: it counts neither way."
        : ` ${String(unsaid)} more closed by themselves or without an outcome: they count neither way.`;
  return `“It helped” is what people say, and it can be wrong both ways.${rest}`;
}
