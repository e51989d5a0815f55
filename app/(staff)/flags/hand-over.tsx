import { HandHelping, UserPlus } from "lucide-react";

import { ActionForm } from "@/components/forms/action-form";
import { DialogForm } from "@/components/forms/dialog-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SelectField } from "@/components/ui/select-field";
import { ROLE_WORDS } from "@/lib/access/role-words";
import type { WorkedFlag } from "@/lib/services/flags/worked-flags";

import { assignFlagAction } from "./actions";

/** Take a flag, give it to a colleague, or give it back: as far as the reader may. */
export function HandOver({
  flag,
  ownId,
}: {
  readonly flag: Pick<WorkedFlag, "id" | "classTitle" | "holderId" | "may">;
  readonly ownId: string;
}) {
  const { take, giveBack, giveTo } = flag.may;
  if (!take && !giveBack && giveTo.length === 0) return null;
  const hidden = (
    <>
      <input type="hidden" name="flagId" value={flag.id} />
      <input type="hidden" name="from" value={flag.holderId ?? ""} />
    </>
  );
  return (
    <div data-print="hide" className="flex flex-wrap items-start gap-2">
      {take ? (
        <ActionForm action={assignFlagAction} label={`Take the flag of ${flag.classTitle}`}>
          {hidden}
          <input type="hidden" name="to" value={ownId} />
          <SubmitButton size="sm" aria-label={`Take it: ${flag.classTitle}`} pendingLabel="Taking…">
            <HandHelping aria-hidden />
            Take it
          </SubmitButton>
        </ActionForm>
      ) : null}
      {giveTo.length > 0 ? (
        <DialogForm
          trigger={{
            size: "sm",
            "aria-label": `Give it to… ${flag.classTitle}`,
            children: (
              <>
                <UserPlus aria-hidden />
                Give it to…
              </>
            ),
          }}
          title={`Who takes the flag of ${flag.classTitle}?`}
          description="Only those who may see the class, and by now the flag, are listed."
          action={assignFlagAction}
          submit="Give it"
          pending="Giving…"
        >
          {hidden}
          <SelectField
            name="to"
            label="Colleague"
            placeholder="Choose a colleague"
            options={giveTo.map(({ id, name, role }) => ({
              value: id,
              label: `${name} (${ROLE_WORDS[role].toLowerCase()})`,
            }))}
          />
        </DialogForm>
      ) : null}
      {giveBack ? (
        <ActionForm action={assignFlagAction} label={`Give back the flag of ${flag.classTitle}`}>
          {hidden}
          <input type="hidden" name="to" value="" />
          <SubmitButton
            size="sm"
            variant="quiet"
            aria-label={`Take it from them: ${flag.classTitle}`}
            pendingLabel="Giving back…"
          >
            Nobody has it
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
