import { Button } from "@/components/ui/button";
import { CheckboxField, RadioGroupField } from "@/components/ui/choice-fields";
import { DateTimeField } from "@/components/ui/date-time-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";
import type { NoticeChoices } from "@/lib/services/participation/read-notice-choices";
import type { NoticeRequest } from "./notice-request";

/** What a notice says; an ordinary form, so that its address can be kept for the next pulse. */
export function NoticeForm({
  choices,
  request,
}: {
  readonly choices: NoticeChoices;
  readonly request: NoticeRequest;
}) {
  return (
    <form action="/participation/notice" className="grid gap-5">
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <SelectField
          name="school"
          label="School"
          defaultValue={request.school}
          options={choices.schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="lang"
          label="Language"
          defaultValue={request.locale}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        />
        <SelectField
          name="questions"
          label="Questions"
          defaultValue={request.questions}
          options={choices.questions.map(({ key, instrument }) => ({
            value: key,
            label: instrument.title.en,
          }))}
        />
        <TextField
          name="contact"
          label="Whom families can ask"
          hint="A name and a telephone number. Without it: the school office."
          optional
          maxLength={120}
          defaultValue={request.contact}
        />
        <DateTimeField type="date" name="from" label="First day" defaultValue={request.from} />
        <DateTimeField type="date" name="to" label="Last day" defaultValue={request.to} />
        <DateTimeField
          type="date"
          name="by"
          label="Reply by"
          hint="Before the first day: later a slip may be used already."
          defaultValue={request.by}
        />
      </div>
      <RadioGroupField
        name="consent"
        label="How families consent"
        defaultValue={request.consent}
        options={[
          { value: "passive", label: "Students take part unless their family says no" },
          { value: "active", label: "Students take part only if their family says yes" },
        ]}
      />
      <fieldset className="grid">
        <legend className="mb-1.5 font-medium">What else the pulse does</legend>
        <CheckboxField
          name="named"
          label="Codes have students’ names"
          hint="Any pulse whose codes are handed out by name."
          defaultChecked={request.named}
        />
        <CheckboxField
          name="groups"
          label="Answers are counted by demographics too"
          hint="Codes then have names."
          defaultChecked={request.groups}
        />
        <CheckboxField
          name="words"
          label="Students may write a few words"
          defaultChecked={request.words}
        />
        <CheckboxField
          name="nominations"
          label="Students may name classmates they could ask for help"
          defaultChecked={request.nominations}
        />
      </fieldset>
      <div>
        <Button type="submit">Update the notice</Button>
      </div>
    </form>
  );
}
