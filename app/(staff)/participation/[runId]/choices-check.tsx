import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { SaidChoice } from "@/lib/roster/participation/choice-words";
import type { ParticipationImport } from "@/lib/services/participation/open-participation-import";
import { countWords } from "../../rosters/import-words";
import { SkippedTable } from "../../rosters/skipped-table";
import { applyParticipationAction } from "../actions";
import { ChangeTable } from "./change-table";

type Staged = ParticipationImport["staged"];
type Readable = Extract<Staged, { ok: true }>;

const LISTED_ROWS = 200;

/** What was understood of a file read to its end, and the button that writes it. */
export function ChoicesCheck({
  runId,
  opened: { staged, listed },
}: {
  readonly runId: string;
  readonly opened: ParticipationImport;
}) {
  if (!staged.ok) {
    return (
      <Notice tone="error" title="This file cannot be used. Nothing was changed.">
        {staged.problem}
      </Notice>
    );
  }
  const { changes, report } = staged;
  return (
    <>
      <Understood staged={staged} />
      {changes.length > 0 ? <ChangeTable rows={listed} total={changes.length} /> : null}
      {report.skipped.length > 0 ? (
        <SkippedTable
          title="Left out"
          total={report.skipped.length}
          rows={report.skipped.slice(0, LISTED_ROWS)}
        />
      ) : null}
      {changes.length === 0 ? (
        <Notice title="Nothing would change">Every choice of this file stands already.</Notice>
      ) : (
        <ActionForm action={applyParticipationAction} label="Keep these choices">
          <input type="hidden" name="runId" value={runId} />
          <div>
            <SubmitButton pendingLabel="Importing">
              {`Change ${countWords(changes.length, "student", "students")}`}
            </SubmitButton>
          </div>
          <PendingProgress label="Writing choices" />
        </ActionForm>
      )}
    </>
  );
}

function Understood({
  staged: { columns, report, changes, unchanged },
}: {
  readonly staged: Readable;
}) {
  const to = (choice: "out" | "in" | null) =>
    changes.filter(({ after }) => after === choice).length.toLocaleString("en-US");
  const overruled = changes.filter(({ before, after }) => before === "out" && after !== "out");
  return (
    <>
      <Card title="What was understood">
        <ul className="grid list-disc gap-1 ps-5">
          <li>The student’s number is in “{columns.student.header}”.</li>
          {columns.choice === null ? (
            <li>There is no column for the choice: every student listed is opted out.</li>
          ) : (
            <>
              <li>The choice is in “{columns.choice.header}”.</li>
              {report.words.map(({ word, read, rows }) => (
                <li key={word}>
                  {word === "" ? "An empty cell" : `“${word}”`} {READ_WORDS[read]} (
                  {countWords(rows, "row", "rows")}).
                </li>
              ))}
            </>
          )}
        </ul>
        <div className="mt-3">
          <DefinitionList
            items={[
              { term: "Rows read", value: report.rows.toLocaleString("en-US") },
              { term: "New: said no", value: to("out") },
              { term: "New: said yes", value: to("in") },
              { term: "Taken back", value: to(null) },
              { term: "Stands already", value: unchanged.toLocaleString("en-US") },
              { term: "Left out", value: report.skipped.length.toLocaleString("en-US") },
            ]}
          />
        </div>
      </Card>
      {overruled.length === 0 ? null : (
        <Notice
          tone="watch"
          title={`${countWords(overruled.length, "family", "families")} said no before; this file changes that`}
        >
          Make sure that this file is newer than what was entered here.
        </Notice>
      )}
    </>
  );
}

const READ_WORDS: Readonly<Record<SaidChoice, string>> = {
  out: "was read as: said no, takes no part",
  in: "was read as: said yes, takes part",
  back: "was read as: takes back what was said",
  nothing: "says nothing and changes nothing",
};
