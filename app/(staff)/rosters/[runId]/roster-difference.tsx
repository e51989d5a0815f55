import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { Notice } from "@/components/ui/notice";
import type { RosterPreview } from "@/lib/services/rosters/preview-roster";
import { applyRosterAction } from "../actions";
import { DiscardForm } from "../discard-form";
import { countWords } from "../import-words";
import { SkippedTable } from "../skipped-table";

type Ready = Extract<RosterPreview["outcome"], { state: "ready" }>;

const KINDS = [
  ["orgs", "Schools and district"],
  ["academicSessions", "Terms"],
  ["classes", "Classes"],
  ["people", "Students and staff"],
  ["enrollments", "Enrollments"],
] as const;

const WHAT_WORDS = { added: "Added", changed: "Changed", leaving: "Leaving" } as const;

/** A difference that can be applied: totals, what to know, the lines, and the two buttons. */
export function RosterDifference({
  runId,
  outcome,
}: {
  readonly runId: string;
  readonly outcome: Ready;
}) {
  const { unchanged, counts, changes, skipped, notices, needsConfirmation } = outcome;
  const total = KINDS.reduce(
    (sum, [kind]) => sum + counts[kind].added + counts[kind].changed + counts[kind].leaving,
    0,
  );
  return (
    <>
      {unchanged ? (
        <Notice tone="good" title="Nothing to change">
          <p>The roster is already as this file says.</p>
        </Notice>
      ) : (
        <Totals counts={counts} version={outcome.version} />
      )}
      {notices.length > 0 ? (
        <Notice title="Good to know">
          <ul className="list-disc pl-5">
            {notices.slice(0, 50).map((notice, index) => (
              <li key={index}>
                {notice.message}
                {notice.count > 1 ? ` (${countWords(notice.count, "time", "times")})` : ""}
                {notice.file === "" ? "" : ` [${notice.file}${line(notice.line)}]`}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {skipped.total > 0 ? (
        <SkippedTable title="Rows left out" total={skipped.total} rows={skipped.first} />
      ) : null}
      {changes.length > 0 ? (
        <Card
          flush
          title="What changes"
          description={
            total > changes.length
              ? `${countWords(total, "change", "changes")}; the first of each sort are listed, leaving ones first.`
              : "Leaving ones first. Whoever leaves is kept for past results and seen no more."
          }
        >
          <DataTable
            caption="Every change"
            noun="changes"
            pageSize={25}
            columns={[
              { id: "what", header: "What", kind: "text", filter: true },
              { id: "kind", header: "Kind", kind: "text", filter: true },
              { id: "name", header: "Name", kind: "text" },
              { id: "detail", header: "Details", kind: "text" },
            ]}
            rows={changes.map(({ id, what, kind, name, detail }) => ({
              id,
              cells: { what: WHAT_WORDS[what], kind, name, detail },
            }))}
          />
        </Card>
      ) : null}
      <div className="flex flex-wrap items-end gap-4">
        {unchanged ? null : (
          <ActionForm action={applyRosterAction} label="Apply this roster">
            <input type="hidden" name="runId" value={runId} />
            {needsConfirmation === null ? null : (
              <Notice tone="watch" title="Many students would leave">
                <p>
                  {needsConfirmation.leavingStudents.toLocaleString("en-US")} of{" "}
                  {countWords(needsConfirmation.activeStudents, "student", "students")} would leave.
                  That often means that the file is cut off or of another school.
                </p>
                <CheckboxField name="confirmLeaving" label="I have checked: they do leave." />
              </Notice>
            )}
            <div>
              <SubmitButton pendingLabel="Applying">Apply these changes</SubmitButton>
            </div>
            <PendingProgress label="Writing the roster" />
          </ActionForm>
        )}
        <DiscardForm runId={runId} />
      </div>
    </>
  );
}

function line(number: number | null): string {
  return number === null ? "" : `, line ${number}`;
}

function Totals({ counts, version }: { counts: Ready["counts"]; version: string }) {
  return (
    <Card title="In short" description={`A OneRoster ${version} file.`}>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Changes in numbers">
        <table className="w-full text-left text-sm tabular sm:text-base">
          <caption className="sr-only">Changes in numbers</caption>
          <thead className="text-sm text-ink-soft">
            <tr>
              <th scope="col" className="py-1.5 pr-2 font-medium">
                Kind
              </th>
              {Object.values(WHAT_WORDS).map((word) => (
                <th key={word} scope="col" className="py-1.5 pl-2 text-right font-medium">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {KINDS.map(([kind, label]) => (
              <tr key={kind}>
                <th scope="row" className="py-1.5 pr-2 font-normal">
                  {label}
                </th>
                {(["added", "changed", "leaving"] as const).map((what) => (
                  <td key={what} className="py-1.5 pl-2 text-right">
                    {counts[kind][what].toLocaleString("en-US")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
