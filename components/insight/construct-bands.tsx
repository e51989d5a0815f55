import { Badge } from "@/components/ui/badge";
import { Band, BandScale } from "@/components/ui/band";
import { WithheldMark } from "@/components/ui/withheld-mark";
import { bandWord } from "@/lib/insight/band-word";
import { describeBelonging } from "@/lib/insight/class-belonging";
import type { ConstructFigure } from "@/lib/insight/construct-figure";
import { percentWords } from "@/lib/insight/percent";

import { answerWords } from "./answer-words";
import { constructName } from "./construct-name";
import { withheldWords } from "./withheld-words";

/** Constructs side by side, each as a band and in a word; those outside the index stand apart. */
export function ConstructBands({ figures }: { readonly figures: readonly ConstructFigure[] }) {
  const usual = (figures.find(({ reverse }) => !reverse) ?? figures[0])?.favourable.join("|");
  const inIndex = figures.filter((figure) => figure.inIndex);
  const apart = figures.filter((figure) => !figure.inIndex);
  return (
    <>
      <Rows figures={inIndex} usual={usual} />
      {apart.length === 0 ? null : (
        <div className="mt-6 border-t border-line pt-5">
          <h3 className="mb-3 font-semibold">Not part of the belonging figure</h3>
          <Rows figures={apart} usual={usual} />
        </div>
      )}
    </>
  );
}

function Rows({
  figures,
  usual,
}: {
  readonly figures: readonly ConstructFigure[];
  readonly usual: string | undefined;
}) {
  return (
    <ul className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {figures.map((figure) => (
        <li key={figure.construct} className="grid content-start gap-1">
          <Figure figure={figure} />
          {figure.favourable.join("|") === usual ? null : (
            <p>
              <Badge>
                {figure.reverse ? "Reversed: share" : "Share"} of {answerWords(figure.favourable)}
              </Badge>
            </p>
          )}
          <Questions questions={figure.questions} />
        </li>
      ))}
    </ul>
  );
}

function Figure({
  figure: { construct, questions, belonging },
}: {
  readonly figure: ConstructFigure;
}) {
  const name = constructName(construct);
  if ("kind" in belonging) return <WithheldMark label={name} reason={withheldWords(belonging)} />;
  const { lo, hi } = belonging.band;
  const word = bandWord({ lo, hi });
  return (
    <>
      <Band loShare={lo} hiShare={hi} label={name} />
      <BandScale />
      <p className="text-sm">
        <span className="font-medium">{capital(word)}</span>
        {/* One question is a hint: an interval would make a measure of it. */}
        {questions.length > 1 ? (
          <span className="text-ink-soft">
            ; most likely {percentWords(describeBelonging(belonging).interval)}
          </span>
        ) : null}
      </p>
    </>
  );
}

function Questions({ questions }: { readonly questions: readonly string[] }) {
  const [only] = questions;
  if (questions.length === 1) return <p className="text-sm text-ink-soft">“{only}”</p>;
  return (
    <details className="text-sm text-ink-soft">
      <summary className="min-h-8 py-1">{String(questions.length)} questions</summary>
      <ul className="grid list-disc gap-1 pb-1 pl-5">
        {questions.map((text) => (
          <li key={text}>“{text}”</li>
        ))}
      </ul>
    </details>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
