import { useId } from "react";
import { Card } from "@/components/ui/card";
import { MOST_TEXT_LETTERS } from "@/lib/ballots/wire/ballot-content";
import { TEXTS_FROM } from "@/lib/texts/texts-from";

/** Whether students may write a few words, and what that means for who reads them. */
export function WordsField() {
  const id = useId();
  return (
    <Card
      title="In their own words"
      description="Off unless you turn it on. Words tell more than numbers, and how somebody writes can give them away."
    >
      <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
        <input
          type="checkbox"
          name="words"
          value="yes"
          aria-describedby={`${id}-what`}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="min-w-0 font-medium">Let students write a few words at the end</span>
      </label>
      <ul
        id={`${id}-what`}
        className="mt-2 grid max-w-prose list-disc gap-1 pl-5 text-sm text-ink-soft"
      >
        <li>
          At most {MOST_TEXT_LETTERS} letters, cast as a ballot of their own: nothing joins them to
          answers or to a class.
        </li>
        <li>
          Shown to administrators of the school, in no order, and only if {TEXTS_FROM} students of
          it answer. A pulse for one class asks for none. Teachers do not see them.
        </li>
        <li>
          Names of people in the school are taken out. Nicknames and misspelled names are not.
        </li>
        <li>
          Nobody can be answered or found: where somebody writes that they need help, only an offer
          to all students reaches them.
        </li>
      </ul>
    </Card>
  );
}
