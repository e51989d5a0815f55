import { ActionForm } from "@/components/forms/action-form";
import { PendingProgress } from "@/components/forms/pending-progress";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { CalendarPreview } from "@/lib/services/attendance/import-calendar";
import { DiscardForm } from "../../rosters/discard-form";
import { SkippedTable } from "../../rosters/skipped-table";
import { applyCalendarAction } from "../actions";
import { calendarWords } from "../summary-words";

/** What a calendar file says, or why it cannot be used. */
export function CalendarCheck({
  runId,
  preview,
}: {
  readonly runId: string;
  readonly preview: CalendarPreview;
}) {
  const { problems, summary, schools } = preview;
  if (problems !== null || summary === null) {
    return (
      <>
        <Notice tone="error" title="This calendar cannot be used. Nothing was changed.">
          <p>A missing day would shift every figure, so one bad row stops it all.</p>
        </Notice>
        <SkippedTable
          title="What is wrong"
          total={problems?.total ?? 0}
          rows={problems?.first ?? []}
        />
        <DiscardForm runId={runId} />
      </>
    );
  }
  return (
    <>
      <Card title="What it says">
        <p>{calendarWords(summary)}</p>
        <p className="mt-1 text-ink-soft">
          {summary.everySchool ? "It is for every school" : "It is for"}
          {summary.everySchool && schools.length > 0 ? ", with days of their own for " : " "}
          {schools.join(", ")}. It replaces what an earlier calendar said about these dates.
          {summary.schoolDays === 0
            ? " It lists days off only: school days are still inferred from the days with records."
            : ""}
        </p>
      </Card>
      <div className="flex flex-wrap items-end gap-4">
        <ActionForm action={applyCalendarAction} label="Apply this calendar">
          <input type="hidden" name="runId" value={runId} />
          <div>
            <SubmitButton pendingLabel="Applying">Use this calendar</SubmitButton>
          </div>
          <PendingProgress label="Writing the calendar and looking at every class" />
        </ActionForm>
        <DiscardForm runId={runId} />
      </div>
    </>
  );
}
