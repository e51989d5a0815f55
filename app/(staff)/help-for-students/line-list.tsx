import { ActionForm } from "@/components/forms/action-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { type HelpLine, LINE_LANGUAGES, type LineLanguage } from "@/lib/help/help-line";
import { deleteLineAction, moveLineAction } from "./actions";
import { LineForm } from "./line-form";
import { lineLanguageWords } from "./line-words";

interface Line extends HelpLine {
  readonly id: string;
  readonly language: LineLanguage;
}

/** The district's lines by language, in the order in which students read them. */
export function LineList({ lines }: { readonly lines: readonly Line[] }) {
  const groups = LINE_LANGUAGES.map((language) => ({
    language,
    own: lines.filter((line) => line.language === language),
  })).filter(({ own }) => own.length > 0);
  return (
    <div className="grid gap-6">
      {groups.map(({ language, own }) => (
        <div key={language} className="grid gap-2">
          <h3 className="font-semibold">{lineLanguageWords(language)}</h3>
          <ol className="grid divide-y divide-line border-y border-line">
            {own.map(({ id, name, phone, textNumber, chatUrl }, at) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <div className="grid min-w-0 gap-0.5">
                  <p className="font-medium">{name}</p>
                  <p className="flex flex-wrap gap-x-4 text-sm break-all text-ink-soft">
                    {phone === null ? null : <span>Call {phone}</span>}
                    {textNumber === null ? null : <span>Text {textNumber}</span>}
                    {chatUrl === null ? null : <span>Chat {chatUrl}</span>}
                  </p>
                </div>
                <div className="flex flex-wrap gap-2">
                  {at === 0 ? null : (
                    <ActionForm action={moveLineAction} label={`Move ${name} up`}>
                      <input type="hidden" name="id" value={id} />
                      <SubmitButton variant="quiet" size="sm" aria-label={`Move ${name} up`}>
                        Move up
                      </SubmitButton>
                    </ActionForm>
                  )}
                  <LineForm line={{ id, language, name, phone, textNumber, chatUrl }} />
                  <DialogForm
                    trigger={{
                      size: "sm",
                      variant: "danger",
                      children: "Delete…",
                      "aria-label": `Delete ${name}`,
                    }}
                    title={`Delete ${name}?`}
                    description="Students do not see it from then on."
                    action={deleteLineAction}
                    submit="Delete"
                    pending="Deleting…"
                    danger
                  >
                    <input type="hidden" name="id" value={id} />
                  </DialogForm>
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
