import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import type { SchoolChoice } from "@/lib/services/overview/read-school-classes";
import { WHOLE_DISTRICT } from "@/lib/services/overview/read-trends";

/** Chooses a school by address, so that the page can be linked to; works without any script. */
export function SchoolChooser({
  action,
  schools,
  school,
  whole,
  unknownSchool,
}: {
  readonly action: string;
  readonly schools: readonly SchoolChoice[];
  readonly school: SchoolChoice | null;
  /** First choice, for all schools together. */
  readonly whole?: string | undefined;
  readonly unknownSchool: boolean;
}) {
  const options = schools.map(({ id, name }) => ({ value: id, label: name }));
  const all = whole === undefined ? options : [{ value: WHOLE_DISTRICT, label: whole }, ...options];
  const shown = school?.name ?? whole ?? "";
  return (
    <div className="mb-6 grid gap-4">
      {unknownSchool ? (
        <Notice tone="watch" title="That school is not here">
          The address names a school that does not exist, or is not one of yours. This is {shown}.
        </Notice>
      ) : null}
      {all.length > 1 ? (
        <form action={action} data-print="hide" className="flex flex-wrap items-end gap-3">
          <div className="w-full sm:w-80">
            <SelectField
              // Another school by another link: the select starts anew.
              key={school?.id ?? WHOLE_DISTRICT}
              name="school"
              label="School"
              options={all}
              defaultValue={school?.id ?? WHOLE_DISTRICT}
            />
          </div>
          <Button type="submit">Show</Button>
        </form>
      ) : null}
    </div>
  );
}
