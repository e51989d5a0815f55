import { DialogForm } from "@/components/forms/dialog-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ROLE_WORDS } from "@/lib/access/role-words";
import type { ReceiversView } from "@/lib/services/adults/read-receivers";
import { removeReceiverAction } from "./actions";
import { ReceiverForm } from "./receiver-form";

/** Who is told when a student asks for an adult, and where nobody is. */
export function ReceiversSection({
  view: { receivers, candidates, schools, without },
}: {
  readonly view: ReceiversView;
}) {
  const places = schools.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card
      title="Ask for an adult"
      description="After a pulse a student can ask for an adult, on a form that says it carries their name. It is never joined to answers. It is off at a school until somebody is named for it."
      actions={
        <ReceiverForm
          trigger={{ variant: "primary", children: "Name somebody" }}
          title="Name somebody"
          people={candidates.map(({ id, name, role }) => ({
            value: id,
            label: `${name} (${ROLE_WORDS[role].toLowerCase()})`,
          }))}
          schools={places}
        />
      }
    >
      <div className="grid gap-5">
        <WhereOff all={without.length === schools.length} without={without} />
        {receivers.length === 0 ? null : (
          <ul className="grid divide-y divide-line border-y border-line">
            {receivers.map((row) => (
              <li
                key={row.accountId}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
              >
                <div className="grid min-w-0 gap-0.5">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {row.name}
                    {row.disabled ? (
                      <Badge tone="watch">Account disabled: receives nothing</Badge>
                    ) : null}
                  </p>
                  <p className="text-sm text-ink-soft">
                    Students read “{row.shownAs}” ·{" "}
                    {row.allSchools ? "every school" : row.schoolNames.join(", ")}
                  </p>
                </div>
                <div className="flex flex-wrap gap-2">
                  {row.disabled ? null : (
                    <ReceiverForm
                      trigger={{
                        size: "sm",
                        children: "Change",
                        "aria-label": `Change ${row.name}`,
                      }}
                      title={`Change what ${row.name} receives`}
                      people={[{ value: row.accountId, label: row.name }]}
                      schools={places}
                      named={{
                        shownAs: row.shownAs,
                        allSchools: row.allSchools,
                        schoolIds: row.schoolIds,
                      }}
                    />
                  )}
                  <DialogForm
                    trigger={{
                      size: "sm",
                      variant: "danger",
                      children: "Remove…",
                      "aria-label": `Remove ${row.name}`,
                    }}
                    title={`Remove ${row.name}?`}
                    description="They see no request any more, those of before neither. Requests stay for the others who are named."
                    action={removeReceiverAction}
                    submit="Remove"
                    pending="Removing…"
                    danger
                  >
                    <input type="hidden" name="accountId" value={row.accountId} />
                  </DialogForm>
                </div>
              </li>
            ))}
          </ul>
        )}
        <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm text-ink-soft">
          <li>
            Name people who are at school every day. Hearth sends no message: it counts new requests
            in their navigation.
          </li>
          <li>
            Anybody who knows the code on the board can send one. Names are typed and not checked.
          </li>
          <li>Only those named read requests. You do not, unless you name yourself.</li>
        </ul>
      </div>
    </Card>
  );
}

function WhereOff({
  all,
  without,
}: {
  readonly all: boolean;
  readonly without: readonly string[];
}) {
  if (without.length === 0) return null;
  return (
    <Notice title={all ? "Students cannot ask yet" : "Off at some schools"}>
      {all
        ? "Nobody is named: students see no form."
        : `Nobody is named for ${without.join(", ")}: students there see no form.`}
    </Notice>
  );
}
