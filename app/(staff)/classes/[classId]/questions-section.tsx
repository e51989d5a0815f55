import { answerWords } from "@/components/insight/answer-words";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { QuestionList } from "@/components/insight/question-list";
import { Card } from "@/components/ui/card";
import type { ClassPulse, ItemFigure } from "@/lib/services/insight/class-pulse";

/** Every question as it was asked, as far as the themes above do not say it already. */
export function QuestionsSection({ pulse }: { readonly pulse: ClassPulse }) {
  const items = beyondThemes(pulse);
  if ("kind" in pulse.belonging || items.length === 0) return null;
  const usual = items.find(({ reverse }) => !reverse) ?? items[0];
  const figures = numbered(items, usual);
  const inIndex = figures.filter((item) => item.inIndex);
  const apart = figures.filter((item) => !item.inIndex);
  return (
    <Card
      title="Question by question"
      description={`In the last pulse. Share of ${answerWords(usual?.favourable ?? [])}`}
    >
      {inIndex.length > 0 ? <QuestionList questions={inIndex} /> : null}
      {apart.length > 0 ? (
        <div className={inIndex.length > 0 ? "mt-6 border-t border-line pt-5" : undefined}>
          <h3 className="mb-3 font-semibold">Not part of the belonging figure</h3>
          <QuestionList questions={apart} />
        </div>
      ) : null}
    </Card>
  );
}

/** A theme of one question is that question. */
function beyondThemes({ items, themes }: ClassPulse): ItemFigure[] {
  const said = new Set(
    themes.figures.flatMap(({ construct, questions }) =>
      questions.length === 1 && themes.waves === 1 ? [construct] : [],
    ),
  );
  return items.filter(({ construct }) => !said.has(construct));
}

/** Themes by name; of several questions on one theme each with a number. */
function numbered(items: readonly ItemFigure[], usual: ItemFigure | undefined) {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const theme = CONSTRUCT_WORDS[item.construct];
    const several = items.filter(({ construct }) => construct === item.construct).length > 1;
    const number = (seen.get(theme) ?? 0) + 1;
    seen.set(theme, number);
    return {
      ...item,
      theme: several ? `${theme} ${String(number)}` : theme,
      shareOf:
        item.favourable.join("|") === usual?.favourable.join("|")
          ? null
          : answerWords(item.favourable),
    };
  });
}
