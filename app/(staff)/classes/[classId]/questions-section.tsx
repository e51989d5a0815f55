import { BelongingItemsChart } from "@/components/charts/belonging-items-chart";
import { answerWords } from "@/components/insight/answer-words";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { QuestionList } from "@/components/insight/question-list";
import { withheldWords } from "@/components/insight/withheld-words";
import { Card } from "@/components/ui/card";
import { WithheldMark } from "@/components/ui/withheld-mark";
import type { ClassPulse } from "@/lib/services/insight/class-pulse";

/** Themes side by side, then every question as it was asked. The ones outside the index stand apart. */
export function QuestionsSection({ pulse }: { readonly pulse: ClassPulse }) {
  if ("kind" in pulse.belonging) {
    return (
      <Card title="Question by question">
        <WithheldMark label="All questions of this class" reason={withheldWords(pulse.belonging)} />
      </Card>
    );
  }
  const usual = pulse.items.find(({ reverse }) => !reverse) ?? pulse.items[0];
  const figures = numbered(pulse.items, usual);
  const oneEach = figures.every(({ theme }) => !/\d$/u.test(theme));
  const inIndex = figures.filter((item) => item.inIndex);
  const apart = figures.filter((item) => !item.inIndex);
  const list = (
    <Card
      title="Question by question"
      description={`Share of ${answerWords(usual?.favourable ?? [])}`}
    >
      <QuestionList questions={inIndex} />
      {apart.length > 0 ? (
        <div className="mt-6 border-t border-line pt-5">
          <h3 className="mb-3 font-semibold">Not part of the belonging figure</h3>
          <QuestionList questions={apart} />
        </div>
      ) : null}
    </Card>
  );
  // Themes stand above already, of more questions than a chart of single ones could show.
  if (pulse.themes !== null) return list;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card
        title={oneEach ? "Themes side by side" : "Questions side by side"}
        description={
          oneEach
            ? "One question a theme: read it as a hint, not as a measure of the theme."
            : "Numbered as beside each question."
        }
      >
        <BelongingItemsChart items={inIndex.map(({ theme, cell }) => ({ label: theme, cell }))} />
      </Card>
      {list}
    </div>
  );
}

/** Themes by name; of several questions on one theme each with a number. */
function numbered(items: ClassPulse["items"], usual: ClassPulse["items"][number] | undefined) {
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
