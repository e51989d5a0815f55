import { answerWords } from "@/components/insight/answer-words";
import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import type { Construct } from "@/lib/instruments/instrument";
import { bucketWords } from "@/components/insight/bucket-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { WithheldMark } from "@/components/ui/withheld-mark";
import { describeBelonging } from "@/lib/insight/class-belonging";
import { percentWords } from "@/lib/insight/percent";
import type {
  GroupResult,
  SchoolResult,
  SchoolResults,
} from "@/lib/services/insight/read-school-results";
import { PeopleDetails } from "./people-details";
import { ReliabilityDetails } from "./reliability-details";
import { bandCell } from "../../overview/class-rows";

/** Schools and their demographic groups in one sealed pulse. Never a ranking: no column can be sorted. */
export function SchoolResultsSection({ results }: { readonly results: SchoolResults }) {
  const { schools, dimensions } = results;
  const rotates = schools.some(({ questions }) => questions.some(({ texts }) => texts.length > 1));
  return (
    <Card
      flush
      title={dimensions.length === 0 ? "By school" : "By school and group"}
      description={
        dimensions.length === 0
          ? "In the order of their names, not of their results."
          : `In the order of their names, not of their results. Each student is in one class and in one group of ${dimensions.join(" and of ")}, so groups overlap classes: they are the same students, counted again from ballots of their own.`
      }
    >
      <DataTable
        caption="Schools and groups in this pulse"
        viewKey="groups"
        noun="groups"
        searchLabel="Search school or group"
        columns={columnsFor(schools)}
        rows={schools.flatMap((school) => school.groups.map((group) => rowOf(school, group)))}
      />
      <div className="grid gap-3 border-t border-line px-4 py-4 sm:px-6">
        <p className="max-w-prose text-sm text-ink-soft">
          The true share lies inside the band
          {rotates ? ", or a little outside, since each student was asked some questions only" : ""}
          . “Most likely” adds what chance does with so many students. Where two groups overlap
          there, the pulse does not tell them apart.
        </p>
        <ul className="grid max-w-prose gap-1 text-sm">
          {schools.map(({ schoolId, schoolName, change }) =>
            change === null ? null : (
              <li key={schoolId}>
                <span className="font-medium">{schoolName}:</span>{" "}
                {change.ok ? change.words : `${change.reason}.`}
              </li>
            ),
          )}
        </ul>
        {schools.map((school) => (
          <Questions key={school.schoolId} school={school} />
        ))}
        {schools.map(({ schoolId, schoolName, people }) =>
          people.length === 0 ? null : (
            <PeopleDetails key={schoolId} schoolName={schoolName} people={people} />
          ),
        )}
        {schools.map((school) =>
          school.reliability === null ? null : (
            <ReliabilityDetails
              key={school.schoolId}
              schoolName={school.schoolName}
              figures={school.reliability}
            />
          ),
        )}
      </div>
    </Card>
  );
}

function columnsFor(schools: readonly SchoolResult[]): DataColumn[] {
  return [
    {
      id: "school",
      header: "School",
      kind: "text",
      sortable: false,
      filter: schools.length > 1,
    },
    { id: "group", header: "Group", kind: "text", sortable: false },
    { id: "belonging", header: "Belonging", kind: "band", sortable: false },
    { id: "likely", header: "Most likely", kind: "text", sortable: false, searchable: false },
    { id: "answered", header: "Answered", kind: "text", sortable: false, searchable: false },
  ];
}

function rowOf({ schoolName }: SchoolResult, row: GroupResult): DataRow {
  const { id, group, belonging, participation } = row;
  const { lo, hi, seats } = participation;
  return {
    id,
    cells: {
      school: schoolName,
      group: group === null ? "All students asked" : `${group.dimension}: ${group.category}`,
      belonging: bandCell("kind" in belonging ? belonging : belonging.band),
      likely: "kind" in belonging ? null : percentWords(describeBelonging(belonging).interval),
      answered: `${lo === hi ? String(lo) : `${String(lo)} to ${String(hi)}`} of ${String(seats)}`,
    },
  };
}

/** What a school answered to each question, in all three sorts of answers where the release has them. */
function Questions({ school: { schoolName, questions } }: { readonly school: SchoolResult }) {
  const usual = questions.find(({ reverse }) => !reverse);
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-11 px-3 py-2.5 font-medium">
        Question by question: {schoolName}
      </summary>
      <ul className="grid gap-4 border-t border-line p-3 sm:p-4">
        {questions.map(({ id, construct, texts, favourable, labels, reverse, others }) => (
          <li key={id}>
            {favourable.kind === "withheld" ? (
              <WithheldMark label={measureWords(construct, texts)} reason={`${favourable.text}.`} />
            ) : (
              <>
                <p className="font-medium">{measureWords(construct, texts)}</p>
                {texts.length > 1 ? (
                  <p className="text-sm text-ink-soft">
                    {String(texts.length)} questions, some of them for each student; of those who
                    were asked, about:
                  </p>
                ) : null}
                {labels.join("|") === usual?.labels.join("|") ? null : (
                  <p className="text-sm text-ink-soft">
                    {reverse ? "Reversed: favourable" : "Favourable"} is {answerWords(labels)}.
                  </p>
                )}
                <p className="tabular">{bucketWords(favourable, others)}</p>
              </>
            )}
          </li>
        ))}
        <li className="max-w-prose border-t border-line pt-3 text-sm text-ink-soft">
          {usual === undefined
            ? null
            : `Favourable is ${answerWords(usual.labels)}; neutral is what lies between the two ends, and a question left out. `}
          Each share is a band of its own, so the three do not add up to 100%.
        </li>
      </ul>
    </details>
  );
}

/** The question, or the theme of several that rotate. */
function measureWords(construct: Construct, texts: readonly string[]): string {
  return texts.length === 1 ? `“${texts[0] ?? ""}”` : CONSTRUCT_WORDS[construct];
}
