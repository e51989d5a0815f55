import { Card } from "@/components/ui/card";
import {
  belongingRows,
  detectionRows,
  falseAlarmRows,
  naiveRows,
  wholeRuleRows,
} from "@/lib/flags/rate-words";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";

import { RateTable } from "./rate-table";

const TIERS = ["Watch", "Act"];

/** Flags for nothing: by Hearth's rule, and by rules that are simpler. */
export function HowOftenWrong() {
  return (
    <Card
      title="How often a flag is wrong"
      description="Measured with this very version on invented schools, where the truth is known."
    >
      <div className="grid gap-8">
        <RateTable
          caption="Rising absence: flags for nothing, in 100 terms of 18 weeks in which nothing rises. Act counts as watch too."
          of="Who"
          columns={TIERS}
          rows={falseAlarmRows(MEASURED_RATES)}
        />
        <p className="max-w-prose text-sm text-ink-soft">
          A school&apos;s own flu is not the district&apos;s flu: schools are flagged more often in
          such terms. Before acting on a school, look whether it was ill.
        </p>
        <RateTable
          caption="Simpler rules beside it: classes flagged for nothing, in 100 terms."
          of="Rule"
          columns={["Ordinary", "Flu", "All rise"]}
          rows={naiveRows(MEASURED_RATES)}
        />
        <p className="max-w-prose text-sm text-ink-soft">
          A rule that flags most classes in every term tells a school nothing. “All rise”: the whole
          school goes from 6% to 10%, and no class stands out.
        </p>
        <RateTable
          caption="Both reasons together, over a term with two pulses: flagged, of 100 classes."
          of="Class"
          columns={TIERS}
          rows={wholeRuleRows(MEASURED_RATES)}
        />
      </div>
    </Card>
  );
}

/** What is found: rises of absence, and low belonging. */
export function HowMuchIsFound() {
  return (
    <Card title="How much is found">
      <div className="grid gap-8">
        <RateTable
          caption="Rising absence: found within four weeks, of 100 rises in days missed."
          of="Who rises"
          columns={TIERS}
          rows={detectionRows(MEASURED_RATES, "base")}
        />
        <RateTable
          caption="The same in the second term of the year, when the first term tells what is usual."
          of="Who rises"
          columns={TIERS}
          rows={detectionRows(MEASURED_RATES, "second")}
        />
        <p className="max-w-prose text-sm text-ink-soft">
          In one class chance is large: 25 students begin about 17 absences in four weeks, and four
          more or less are nothing unusual. So the rule also looks at grades and schools, where it
          finds more.
        </p>
        <RateTable
          caption="Low belonging, one pulse, classes of 12 to 30: of 100 named, how many are truly in the lowest tenth; of 100 truly there, how many are named."
          of="Read"
          columns={["Right", "Found"]}
          rows={belongingRows(MEASURED_RATES)}
        />
        <p className="max-w-prose text-sm text-ink-soft">
          Bands protect students and cost sight: fewer of the low classes are named. Those that are
          named are right nearly as often.
        </p>
      </div>
    </Card>
  );
}

/** Where the figures come from. */
export function WhereFiguresComeFrom() {
  const { measuredOn, seed, falseAlarms, terms } = MEASURED_RATES;
  const { of } = falseAlarms.base.rule.class["new-absences"].watch;
  return (
    <p className="max-w-prose text-sm text-ink-soft">
      Measured on {measuredOn} with seed {seed}, on {of.toLocaleString("en-US")} terms of invented
      classes of {terms.base.smallestClass} to {terms.base.largestClass} students: chance in the
      simulation itself moves a class&apos;s false alarms by about 0.1 and a school&apos;s by about
      0.5. Anyone with the source code can repeat them: npm run simulate. Real schools differ from
      invented ones, so take the figures as the size of the error and not as a promise.
    </p>
  );
}
