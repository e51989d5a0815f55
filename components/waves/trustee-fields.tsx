"use client";

import { RadioGroupField } from "@/components/ui/choice-fields";
import { Notice } from "@/components/ui/notice";
import { SelectField, type SelectOption } from "@/components/ui/select-field";

const NAMES = ["First trustee", "Second trustee", "Third trustee"];

/** Whether the server holds a pulse's key or three colleagues do, between them, and what that costs. */
export function TrusteeFields({
  colleagues,
  shared,
}: {
  readonly colleagues: readonly SelectOption[];
  /** Trustees are chosen, so far. */
  readonly shared: boolean;
}) {
  const enough = colleagues.length >= NAMES.length;
  return (
    <div className="grid gap-5">
      <RadioGroupField
        name="holders"
        label="Who can have the answers opened"
        defaultValue="hearth"
        options={[
          {
            value: "hearth",
            label: "Hearth, by itself",
            hint: "The key lies on the server. Results come as soon as the pulse closes.",
          },
          {
            value: "trustees",
            label: "Two of three trustees",
            disabled: !enough,
            hint: enough
              ? "Three colleagues hold the key between them, the server does not. Results come when two of them have typed a code."
              : "Needs three accounts: invite colleagues under People first.",
          },
        ]}
      />
      {shared ? (
        <>
          <div className="grid gap-5 sm:grid-cols-3">
            {NAMES.map((label, at) => (
              <SelectField
                key={label}
                name={`trustee${String(at + 1)}`}
                label={label}
                placeholder="Choose somebody"
                options={colleagues}
              />
            ))}
          </div>
          <Notice tone="watch" title="Before you choose this">
            <ul className="grid list-disc gap-1.5 pl-5">
              <li>
                The pulse opens only after all three have taken their part. If one of their accounts
                is disabled before that, call the pulse off and schedule it again.
              </li>
              <li>
                If two trustees lose their codes or leave, the answers can never be opened, by
                anybody. The pulse can then only be destroyed.
              </li>
              <li>
                Choose people who do not answer to each other: a teacher, a school administrator and
                somebody of the district, say.
              </li>
            </ul>
          </Notice>
        </>
      ) : null}
    </div>
  );
}
