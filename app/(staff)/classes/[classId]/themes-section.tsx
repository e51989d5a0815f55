import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { withheldWords } from "@/components/insight/withheld-words";
import { Band, BandScale } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { WithheldMark } from "@/components/ui/withheld-mark";
import { describeBelonging } from "@/lib/insight/class-belonging";
import { percentWords } from "@/lib/insight/percent";
import type { Construct } from "@/lib/instruments/instrument";
import type { ClassThemes, ThemeFigure } from "@/lib/services/insight/class-themes";

/** Belonging by construct, over this term's pulses together. */
export function ThemesSection({ themes }: { readonly themes: ClassThemes }) {
  const { waves, tooFew, figures, gap } = themes;
  if (tooFew) {
    return (
      <Card title="Theme by theme">
        <p className="max-w-prose text-ink-soft">
          Each student is asked some of the questions, so that one pulse says little about a theme.
          Themes are shown from this term’s second pulse on, over its pulses together.
        </p>
      </Card>
    );
  }
  return (
    <Card
      title="Theme by theme"
      description={
        waves > 1
          ? `This term’s ${String(waves)} pulses together: share of favourable answers`
          : "Share of favourable answers"
      }
    >
      <Themes figures={figures.filter(({ inIndex }) => inIndex)} />
      <Apart figures={figures.filter(({ inIndex }) => !inIndex)} />
      {gap === null ? null : (
        <p className="mt-5 max-w-prose border-t border-line pt-4">
          <span className="font-semibold">Wanted and found:</span> {gap.words}
        </p>
      )}
    </Card>
  );
}

function Apart({ figures }: { readonly figures: readonly ThemeFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <div className="mt-6 border-t border-line pt-5">
      <h3 className="mb-3 font-semibold">Not part of the belonging figure</h3>
      <Themes figures={figures} />
    </div>
  );
}

function Themes({ figures }: { readonly figures: readonly ThemeFigure[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
      {figures.map(({ construct, questions, belonging }) => (
        <li key={construct} className="grid content-start gap-1">
          {"kind" in belonging ? (
            <WithheldMark label={themeWords(construct)} reason={withheldWords(belonging)} />
          ) : (
            <>
              <Band
                loShare={belonging.band.lo}
                hiShare={belonging.band.hi}
                label={themeWords(construct)}
              />
              <BandScale />
              <p className="text-sm text-ink-soft">
                Most likely {percentWords(describeBelonging(belonging).interval)}.
              </p>
            </>
          )}
          <details className="text-sm text-ink-soft">
            <summary className="min-h-8 py-1">
              {questions.length === 1 ? "1 question" : `${String(questions.length)} questions`}
            </summary>
            <ul className="grid list-disc gap-1 pb-1 pl-5">
              {questions.map((text) => (
                <li key={text}>“{text}”</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Of barriers the favourable answers are those that meet few. */
function themeWords(construct: Construct): string {
  return construct === "barriers" ? "Few barriers" : CONSTRUCT_WORDS[construct];
}
