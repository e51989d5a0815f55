import { compileRelease } from "@/lib/disclosure/compile";
import type { CompileProgress } from "@/lib/disclosure/compile-input";
import { highsSolver } from "@/lib/disclosure/joint/highs-solver";
import { placeRespondents } from "@/lib/disclosure/place-respondent";
import { type Plan, planHash, type Stratum } from "@/lib/disclosure/plan";
import type { Release } from "@/lib/disclosure/release-schema";
import { type Counted, tallyRespondents } from "@/lib/disclosure/tally";
import type { CompactAnswers } from "./compact-answers";
import type { SurveyGroups } from "./plan-survey";

/** Through the one compiler, with respondents that are known exactly: each row says who answered. */
export async function compileSurvey(
  plan: Plan,
  { columns, nesting, pathOf, responses }: SurveyGroups,
  answers: CompactAnswers,
  onProgress: ((progress: CompileProgress) => void) | null,
): Promise<Release> {
  const place = placeRespondents(
    plan,
    nesting.demographics.map((at) => columns[at] ?? ""),
  );
  const placed = responses.map(({ values, rows }): Stratum => {
    const categories = nesting.demographics.map((at) => values[at] ?? "");
    return { groups: place(pathOf(values).at(-1)?.id ?? "", categories), size: rows };
  });
  function* counted(): Generator<Counted> {
    for (const { combination, values } of answers)
      yield { groups: placed[combination]?.groups ?? [], values };
  }
  return compileRelease({
    plan,
    planHash: planHash(plan),
    tallies: tallyRespondents(counted(), plan),
    respondents: [together(placed)],
    wave: null,
    instrument: null,
    closedOn: null,
    solver: await highsSolver(),
    ...(onProgress === null ? {} : { onProgress }),
  });
}

/** Rows that no group tells apart, as one stratum. */
function together(strata: readonly Stratum[]): Stratum[] {
  const found = new Map<string, Stratum>();
  for (const { groups, size } of strata) {
    const key = JSON.stringify(groups);
    found.set(key, { groups, size: (found.get(key)?.size ?? 0) + size });
  }
  return [...found.values()];
}
