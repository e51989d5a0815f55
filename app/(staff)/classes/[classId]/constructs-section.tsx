import { BelongingItemsChart } from "@/components/charts/belonging-items-chart";
import { answerWords } from "@/components/insight/answer-words";
import { ConstructBands } from "@/components/insight/construct-bands";
import { withheldWords } from "@/components/insight/withheld-words";
import { Card } from "@/components/ui/card";
import { WithheldMark } from "@/components/ui/withheld-mark";
import { releaseStamp } from "@/lib/charts/release-stamp";
import type { ClassPulse } from "@/lib/services/insight/class-pulse";
import type { ClassThemes } from "@/lib/services/insight/class-themes";

/** Constructs side by side: over this term's pulses together, or the one question of each in the last pulse. */
export function ConstructsSection({ pulse }: { readonly pulse: ClassPulse }) {
  const { themes, belonging } = pulse;
  if ("kind" in belonging) {
    return (
      <Card title="Theme by theme">
        <WithheldMark label="All themes of this class" reason={withheldWords(belonging)} />
      </Card>
    );
  }
  if (themes.tooFew) {
    return (
      <Card title="Theme by theme">
        <p className="max-w-prose text-ink-soft">
          Each student is asked some of the questions, so that one pulse says little about a theme.
          Themes are shown from this term’s second pulse on, over its pulses together.
        </p>
      </Card>
    );
  }
  const oneEach = themes.figures.every(({ questions }) => questions.length === 1);
  return (
    <Card title="Theme by theme" description={descriptionOf(themes, oneEach)}>
      <ConstructBands figures={themes.figures} />
      {oneEach ? <AsChart pulse={pulse} /> : null}
      {themes.gap === null ? null : (
        <p className="mt-5 max-w-prose border-t border-line pt-4">
          <span className="font-semibold">Wanted and found:</span> {themes.gap.words}
        </p>
      )}
    </Card>
  );
}

function descriptionOf({ figures, waves }: ClassThemes, oneEach: boolean): string {
  const usual = figures.find(({ reverse }) => !reverse) ?? figures[0];
  const share = `Share of ${answerWords(usual?.favourable ?? [])}`;
  if (oneEach) {
    return `${share}. One question a theme: read it as a hint, not as a measure of the theme.`;
  }
  return waves > 1 ? `This term’s ${String(waves)} pulses together. ${share}` : share;
}

function AsChart({ pulse: { items, wave } }: { readonly pulse: ClassPulse }) {
  const own = items.filter(({ inIndex }) => inIndex);
  if (own.length === 0) return null;
  return (
    <details className="mt-6 border-t border-line pt-3" data-print="hide">
      <summary className="prose-link inline-block rounded-sm py-1.5 text-sm font-medium">
        Show as a chart
      </summary>
      <div className="pt-3">
        <BelongingItemsChart
          items={own.map(({ text, cell }) => ({ label: text, cell }))}
          stamp={releaseStamp(wave)}
        />
      </div>
    </details>
  );
}
