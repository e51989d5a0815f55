import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import type { DemographicSource } from "@/lib/roster/demographics/sources";
import type { DemographicsImport } from "@/lib/services/demographics/open-demographics-import";
import { countWords } from "../../import-words";
import { SkippedTable } from "../../skipped-table";
import { applyDemographicsAction, chooseColumnsAgainAction } from "../actions";
import { DimensionTable } from "../dimension-table";

type Ready = Extract<DemographicsImport["stage"], { step: "ready" }>;

const LISTED_ROWS = 200;

/** What was understood of a file read to its end, and the button that writes it. */
export function DemographicsCheck({
  runId,
  stage,
}: {
  readonly runId: string;
  readonly stage: Ready;
}) {
  const { report, replaced, mapping } = stage;
  const { unknown, dimensions, skipped } = report;
  const students = report.found + report.absent;
  const any = dimensions.some((dimension) => dimension.students > 0);
  return (
    <>
      <Card title="What was understood">
        <ul className="list-disc pl-5">
          <li>The student’s number is in “{mapping.student}”.</li>
          {mapping.take.map(({ source, name }) => (
            <li key={name}>
              “{name}” is {sourceWords(source)}.
            </li>
          ))}
          {replaced.length > 0 ? (
            <li>What is kept now under {quoted(replaced)} is replaced for every student.</li>
          ) : null}
        </ul>
        <div className="mt-3">
          <DefinitionList
            items={[
              { term: "Rows read", value: report.rows.toLocaleString("en-US") },
              {
                term: "Students of the roster",
                value: `${report.found.toLocaleString("en-US")} of ${students.toLocaleString("en-US")} are in the file`,
              },
              ...(report.deleted > 0
                ? [
                    {
                      term: "Marked as deleted",
                      value: `${countWords(report.deleted, "row", "rows")}, ignored`,
                    },
                  ]
                : []),
              {
                term: "Left out",
                value:
                  skipped.length === 0
                    ? "Nothing"
                    : `${skipped.length.toLocaleString("en-US")}, listed below with the reason`,
              },
            ]}
          />
        </div>
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {dimensions.map((dimension) => (
          <Card
            key={dimension.name}
            title={dimension.name}
            description={smallWords(dimension.categories)}
          >
            <DimensionTable dimension={dimension} students={students} />
          </Card>
        ))}
      </div>
      {unknown.rows > 0 ? (
        <Notice
          tone="watch"
          title={`${countWords(unknown.students, "student is", "students are")} not on the roster`}
        >
          <p>
            {countWords(unknown.rows, "row", "rows")} of theirs will be left out (
            {unknown.rows === unknown.lines.length ? "" : "the first on "}
            {unknown.lines.length === 1 ? "line" : "lines"} {unknown.lines.join(", ")}). The numbers
            must be those of the roster. If they have joined lately, import the roster first.
          </p>
        </Notice>
      ) : null}
      {skipped.length > 0 ? (
        <SkippedTable
          title="Left out"
          total={skipped.length}
          rows={skipped.slice(0, LISTED_ROWS)}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-4">
        {any ? (
          <ActionForm action={applyDemographicsAction} label="Keep these demographics">
            <input type="hidden" name="runId" value={runId} />
            <div>
              <SubmitButton pendingLabel="Importing">
                {dimensions.length === 1
                  ? "Keep this demographic"
                  : `Keep these ${dimensions.length} demographics`}
              </SubmitButton>
            </div>
            <PendingProgress label="Writing demographics" />
          </ActionForm>
        ) : (
          <Notice tone="error" title="No row of this file can be used." />
        )}
        <ActionForm action={chooseColumnsAgainAction} label="Choose columns again">
          <input type="hidden" name="runId" value={runId} />
          <div>
            <SubmitButton variant="secondary" pendingLabel="Opening">
              Choose columns again
            </SubmitButton>
          </div>
        </ActionForm>
      </div>
    </>
  );
}

function sourceWords(source: DemographicSource): string {
  switch (source.kind) {
    case "column":
      return `the column “${source.column}”`;
    case "sex":
      return "OneRoster’s column sex";
    case "race":
      return "worked out from OneRoster’s columns: Hispanic or Latino first, then two or more races, then the one race";
  }
}

/** How many categories will stand alone. */
function smallWords(categories: readonly { readonly students: number }[]): string {
  const small = categories.filter(({ students }) => students < FLOOR_POLICY.k).length;
  const all = countWords(categories.length, "category", "categories");
  if (small === 0) return `${all}. In each school, groups under ${FLOOR_POLICY.k} are joined.`;
  return `${all}, ${small.toLocaleString("en-US")} under ${FLOOR_POLICY.k} students. In each school, such groups are joined as “all other”.`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(" and ");
}
