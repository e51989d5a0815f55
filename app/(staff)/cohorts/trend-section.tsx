import { ChartFigure } from "@/components/charts/chart-figure";
import { Card } from "@/components/ui/card";
import { cohortByWave } from "@/lib/charts/belonging-by-cohort";
import { cohortKeyText } from "@/lib/insight/cohort-key";
import type { Comparison } from "@/lib/services/cohorts/read-comparison";

import { themeWords } from "./theme-words";

/** Each cohort from pulse to pulse; only pulses that may stand beside each other. */
export function TrendSection({ comparison }: { readonly comparison: Comparison }) {
  const { cohorts, themes, trend } = comparison;
  const theme = themeWords(themes[0] ?? "belonging");
  if (trend.waves.length < 2) return null;
  return (
    <Card
      title={`${theme} from pulse to pulse`}
      description="Two pulses stand beside each other only where the same students were asked, or where at least ten came and ten left, or nobody: otherwise their difference could point to the few who changed."
    >
      <div className="grid gap-8 lg:grid-cols-2">
        {cohorts.map(({ key, label }, at) => (
          <ChartFigure
            key={cohortKeyText(key)}
            title={label}
            parts={cohortByWave(
              theme,
              trend.waves.map(({ title }, wave) => ({
                label: title,
                figure: trend.figures[at]?.[wave] ?? {
                  ...{ ok: false, reason: "not looked up", missing: [] },
                },
              })),
            )}
            height={260}
          />
        ))}
      </div>
    </Card>
  );
}
