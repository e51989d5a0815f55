"use client";

import { DialogForm } from "@/components/forms/dialog-form";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type HelpLine, LINE_LANGUAGES, type LineLanguage } from "@/lib/help/help-line";
import { saveLineAction } from "./actions";
import { lineLanguageWords } from "./line-words";

/** Adds a line, or changes `line`. */
export function LineForm({
  line,
}: {
  readonly line?: HelpLine & { readonly id: string; readonly language: LineLanguage };
}) {
  const is = line === undefined ? "Add a line" : "Change a line";
  return (
    <DialogForm
      trigger={
        line === undefined
          ? { variant: "primary", children: "Add a line" }
          : { size: "sm", children: "Change", "aria-label": `Change ${line.name}` }
      }
      title={is}
      description="Give at least one way to reach it."
      action={saveLineAction}
      submit="Save"
      pending="Saving…"
    >
      <input type="hidden" name="id" value={line?.id ?? ""} />
      <SelectField
        name="language"
        label="For students who read"
        defaultValue={line?.language ?? "all"}
        options={LINE_LANGUAGES.map((value) => ({ value, label: lineLanguageWords(value) }))}
      />
      <TextField
        name="name"
        label="Name"
        hint="As students know it, in their language: “Youth Line”."
        maxLength={80}
        defaultValue={line?.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="phone"
          type="tel"
          label="Telephone"
          optional
          maxLength={30}
          defaultValue={line?.phone ?? ""}
        />
        <TextField
          name="textNumber"
          type="tel"
          label="Number for texts"
          optional
          maxLength={30}
          defaultValue={line?.textNumber ?? ""}
        />
      </div>
      <TextField
        name="chatUrl"
        type="url"
        label="Chat address"
        hint="Begins with https://. It opens in a tab of its own, on that organization’s page."
        optional
        maxLength={300}
        defaultValue={line?.chatUrl ?? ""}
      />
    </DialogForm>
  );
}
