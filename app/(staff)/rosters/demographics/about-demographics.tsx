import { Card } from "@/components/ui/card";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

/** What demographics are for, what never happens with them, and what to think of first. */
export function AboutDemographics() {
  return (
    <Card
      title="What this does"
      description="Off until somebody imports a file here. Most districts need none."
    >
      <ul className="grid max-w-prose list-disc gap-2 pl-5">
        <li>
          A pulse can then also be counted by, say, home language: for each school, how the students
          of each language feel. Only pulses for which an administrator ticks it.
        </li>
        <li>
          A class is never divided. “Class 7A, Spanish” exists nowhere, not even inside Hearth:
          every student casts one ballot for the class and another, unlinked, for each demographic.
        </li>
        <li>
          Groups of fewer than {FLOOR_POLICY.k} students in a school are counted together as “all
          other”, or not at all.
        </li>
        <li>
          Slips of such a pulse have names, because what a slip may collect depends on whose it is.
          What a student answers stays unknown, as ever.
        </li>
        <li>
          You can delete demographics at any time. Those of a student who leaves the roster are
          deleted with the import that says so.
        </li>
      </ul>
      <p className="mt-4 max-w-prose border-t border-line pt-4 text-sm text-ink-soft">
        Before you import: these are education records (in the United States under FERPA, and
        surveys of them may fall under PPRA’s notice to parents). Take only what you have a reason
        to ask, and check with whoever looks after privacy in your district.
      </p>
    </Card>
  );
}
