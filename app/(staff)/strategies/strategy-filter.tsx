import { CONSTRUCT_WORDS } from "@/components/insight/construct-words";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";

import { COVERED_CONSTRUCTS, GRADE_BANDS } from "@/lib/plans/catalogue";
import type { StrategyRequest } from "@/lib/plans/strategy-request";

const ABOUT_OPTIONS = COVERED_CONSTRUCTS.map((value) => ({
  value,
  label: CONSTRUCT_WORDS[value],
}));
const GRADE_OPTIONS = GRADE_BANDS.map(({ id, label }) => ({ value: id, label }));

/** Narrows the catalogue; an ordinary form, so that the address can be kept and sent on. */
export function StrategyFilter({ request }: { readonly request: StrategyRequest }) {
  const about = request.construct ?? "";
  const grades = request.band?.id ?? "";
  return (
    <form action="/strategies" className="mb-6 flex flex-wrap items-end gap-3" data-print="hide">
      {request.classId === undefined ? null : (
        <input type="hidden" name="class" value={request.classId} />
      )}
      <div className="w-full sm:w-64">
        <SelectField
          key={about}
          name="about"
          label="What is low"
          placeholder="Anything"
          required={false}
          defaultValue={about}
          options={ABOUT_OPTIONS}
        />
      </div>
      <div className="w-full sm:w-64">
        <SelectField
          key={grades}
          name="grades"
          label="Grades"
          placeholder="All grades"
          required={false}
          defaultValue={grades}
          options={GRADE_OPTIONS}
        />
      </div>
      <Button type="submit">Show</Button>
    </form>
  );
}
