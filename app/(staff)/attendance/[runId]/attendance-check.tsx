import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import type { AttendanceImport } from "@/lib/services/attendance/open-attendance-import";
import { countWords, dayWords } from "../../rosters/import-words";
import { SkippedTable } from "../../rosters/skipped-table";
import { applyAttendanceAction, changeColumnsAction } from "../actions";

type Ready = Extract<AttendanceImport["stage"], { step: "ready" }>;

const STATUS_WORDS = { absent: "absent", tardy: "late, but present", present: "present" } as const;

/** What was understood of a file read to its end, and the button that writes it. */
export function AttendanceCheck({
  runId,
  stage,
}: {
  readonly runId: string;
  readonly stage: Ready;
}) {
  const { report, understood, mapped } = stage;
  return (
    <>
      <Card title="What was understood">
        <ul className="list-disc pl-5">
          {understood.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <DefinitionList
          items={[
            { term: "Rows read", value: report.rows.toLocaleString("en-US") },
            {
              term: "Rows to import",
              value: `${report.records.toLocaleString("en-US")}, ${countWords(report.absences, "of them an absence", "of them absences")}`,
            },
            ...(report.ignored > 0
              ? [{ term: "Left out as you said", value: report.ignored.toLocaleString("en-US") }]
              : []),
            {
              term: "Dates",
              value:
                report.firstDate === null || report.lastDate === null
                  ? "None"
                  : `${dayWords(report.firstDate)} to ${dayWords(report.lastDate)}`,
            },
            {
              term: "Rows left out",
              value:
                report.skipped.total === 0
                  ? "None"
                  : `${report.skipped.total.toLocaleString("en-US")}, listed below with the reason`,
            },
          ]}
        />
      </Card>
      {report.sample.length > 0 ? (
        <Card title="The first rows, as read">
          <ul className="grid gap-1">
            {report.sample.map((row) => (
              <li key={row.line}>
                Line {row.line}: student {row.personId}, {dayWords(row.date)},{" "}
                {STATUS_WORDS[row.status]}
                {row.excused === null ? "" : row.excused ? ", excused" : ", not excused"}.
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {report.unknownStudents.rows > 0 ? (
        <Notice
          tone="watch"
          title={`${countWords(report.unknownStudents.students, "student is", "students are")} not on the roster`}
        >
          <p>
            {countWords(report.unknownStudents.rows, "row", "rows")} of theirs will be left out. The
            numbers must be those of the roster. If they have joined lately, import the roster
            first.
          </p>
        </Notice>
      ) : null}
      {report.unknownSchools.rows > 0 ? (
        <Notice tone="watch" title="Some rows name schools that are not on the roster">
          <p>
            {report.unknownSchools.schools.slice(0, 10).join(", ")}:{" "}
            {countWords(report.unknownSchools.rows, "row", "rows")} will be left out.
          </p>
        </Notice>
      ) : null}
      {report.unknownSectionRows > 0 ? (
        <Notice tone="watch" title="Some rows name classes that are not on the roster">
          <p>
            {countWords(report.unknownSectionRows, "row", "rows")} will be kept, and count for no
            class.
          </p>
        </Notice>
      ) : null}
      {report.skipped.total > 0 ? (
        <SkippedTable
          title="Rows left out"
          total={report.skipped.total}
          rows={report.skipped.first}
        />
      ) : null}
      <div className="flex flex-wrap items-end gap-4">
        {report.records > 0 ? (
          <ActionForm action={applyAttendanceAction} label="Apply this attendance">
            <input type="hidden" name="runId" value={runId} />
            <div>
              <SubmitButton pendingLabel="Importing: this can take a minute">
                Import {countWords(report.records, "row", "rows")}
              </SubmitButton>
            </div>
            <PendingProgress label="Writing attendance and looking at every class" />
          </ActionForm>
        ) : (
          <Notice tone="error" title="No row of this file can be used." />
        )}
        {mapped ? (
          <ActionForm action={changeColumnsAction} label="Choose columns again">
            <input type="hidden" name="runId" value={runId} />
            <div>
              <SubmitButton variant="secondary" pendingLabel="Opening">
                Choose columns again
              </SubmitButton>
            </div>
          </ActionForm>
        ) : null}
      </div>
    </>
  );
}
