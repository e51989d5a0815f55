import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { AUDIT_ACTIONS, AUDIT_WORDS, type AuditAction } from "@/lib/audit/event";

/** Narrows the log to one kind of act; an ordinary form, so that the address can be kept. */
export function ActionFilter({ chosen }: { readonly chosen: AuditAction | null }) {
  return (
    <form action="/audit" className="mb-5 flex flex-wrap items-end gap-3" data-print="hide">
      <div className="w-full sm:w-80">
        <SelectField
          key={chosen ?? ""}
          name="action"
          label="Show"
          placeholder="Everything"
          required={false}
          defaultValue={chosen ?? ""}
          options={AUDIT_ACTIONS.map((value) => ({ value, label: AUDIT_WORDS[value] }))}
        />
      </div>
      <Button type="submit">Show</Button>
    </form>
  );
}
