import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ChipField } from "@/components/ui/chip-field";
import { TextAreaField } from "@/components/ui/text-field";
import {
  ANSWER_KINDS,
  ANSWER_WORDS,
  MOST_ANSWER_CHARACTERS,
  type TeacherAnswer,
} from "@/lib/flags/teacher-answer";

import { answerFlagAction } from "./actions";

/** What a teacher of the class thinks it is: one press, and words where they want some. */
export function AnswerForm({
  flagId,
  answer,
}: {
  readonly flagId: string;
  readonly answer: TeacherAnswer | null;
}) {
  return (
    <ActionForm action={answerFlagAction} label="Answer this flag">
      <input type="hidden" name="flagId" value={flagId} />
      <ChipField
        name="answer"
        label="What do you think it is?"
        options={ANSWER_KINDS.map((kind) => ({ value: kind, label: ANSWER_WORDS[kind] }))}
        defaultValue={answer?.kind}
      />
      <TextAreaField
        name="words"
        label="In your own words"
        optional
        rows={2}
        maxLength={MOST_ANSWER_CHARACTERS}
        defaultValue={answer?.words}
        hint="Whoever sees this flag reads it. Name no student."
      />
      <div>
        <SubmitButton pendingLabel="Sending…">
          {answer === null ? "Answer" : "Change my answer"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
