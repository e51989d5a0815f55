"use client";

import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { DialogForm } from "@/components/forms/dialog-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FileField } from "@/components/ui/file-field";
import { MOST_RECORDING_BYTES } from "@/lib/recordings/recording-size";
import { deleteRecordingAction, saveRecordingAction } from "./actions";

/** The server cuts off what is larger, without words of its own. */
const save: FormAction = async (previous, form) => {
  const file = form.get("file");
  if (file instanceof File && file.size > MOST_RECORDING_BYTES) {
    return {
      status: "error",
      fieldErrors: { file: "The file is too large: a recording may have 1 MB." },
      message: "Something needs correcting below.",
    };
  }
  return saveRecordingAction(previous, form);
};

/** Uploads, replaces or deletes the recording of one item in one language. */
export function RecordingForm({
  spoken,
  text,
  script,
  recorded,
}: {
  readonly spoken: {
    readonly instrument: string;
    readonly itemId: string;
    readonly language: string;
  };
  readonly text: string;
  /** What the recording should say, in order. */
  readonly script: readonly string[];
  readonly recorded: boolean;
}) {
  const names = Object.entries(spoken).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 text-link">
        {recorded ? "Replace or delete the recording" : "Upload a recording"}
      </summary>
      <div className="grid max-w-prose gap-4 pb-2">
        <p className="text-sm text-ink-soft">
          It should say: <span lang={spoken.language}>{script.join(" … ")}</span>
        </p>
        <ActionForm action={save} label={`Recording of “${text}”`}>
          {names}
          <FileField
            name="file"
            label="Recording"
            hint="MP3, M4A, Ogg, WebM or WAV, up to 1 MB."
            accept="audio/*,.mp3,.m4a,.ogg,.opus,.webm,.wav"
          />
          <div>
            <SubmitButton pendingLabel="Sending…">
              {recorded ? "Replace it" : "Upload it"}
            </SubmitButton>
          </div>
        </ActionForm>
        {recorded ? (
          <div>
            <DialogForm
              trigger={{
                size: "sm",
                variant: "danger",
                children: "Delete…",
                "aria-label": `Delete the recording of “${text}”`,
              }}
              title="Delete the recording?"
              description="Students then hear their device’s voice, where it has one."
              action={deleteRecordingAction}
              submit="Delete"
              pending="Deleting…"
              danger
            >
              {names}
            </DialogForm>
          </div>
        ) : null}
      </div>
    </details>
  );
}
