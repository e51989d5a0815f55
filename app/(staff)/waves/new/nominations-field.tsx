import { useId } from "react";
import { Card } from "@/components/ui/card";
import { MOST_NAMED } from "@/lib/ballots/wire/nomination";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { askedFrom, NOMINATORS_FROM, NOMINATORS_PERCENT } from "@/lib/network/nomination-rules";

/** Whether students may name classmates they could ask for help: research, and what it asks of everybody first. */
export function NominationsField() {
  const id = useId();
  return (
    <Card
      title="Whom students could turn to (research)"
      description="Off unless you turn it on. It asks more of students than any question: to say who they are, and to name others."
    >
      <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
        <input
          type="checkbox"
          name="nominations"
          value="yes"
          aria-describedby={`${id}-what`}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 font-medium">
          Ask students of larger classes whom in their class they could ask for help
        </span>
      </label>
      <ul
        id={`${id}-what`}
        className="mt-2 grid max-w-prose list-disc gap-1 pl-5 text-sm text-ink-soft"
      >
        <li>
          <strong className="font-semibold text-ink">Tell parents first.</strong> Many places ask
          for their consent, or for a review board’s, before students name each other.
        </li>
        <li>
          Each student may say who they are and name up to {MOST_NAMED} classmates, or skip it.
          Classes with fewer than {askedFrom(FLOOR_POLICY)} students, or more if you raise the
          fewest answers above, are not asked.
        </li>
        <li>
          Only figures of a class as a whole are kept, and only if {NOMINATORS_FROM} students and{" "}
          {NOMINATORS_PERCENT}% of the class take part. Nobody is named. Who is alone cannot be
          known.
        </li>
        <li>
          Unlike answers, a nomination holds numbers that stand for students, until the pulse
          closes. Whoever copied its keys before that, and its ballots, could read it. Let trustees
          hold the key.
        </li>
        <li>A phone with an unused slip of the class is shown the names of the class.</li>
      </ul>
    </Card>
  );
}
