import { percentRange, percentWords } from "@/lib/insight/percent";
import type { Range } from "@/lib/network/people-to-turn-to";
import type { SchoolPeople } from "@/lib/services/insight/school-people";

/** Whom a school's students can turn to, over two pulses, and what counts cannot tell. */
export function PeopleDetails({
  schoolName,
  people,
}: {
  readonly schoolName: string;
  readonly people: readonly SchoolPeople[];
}) {
  return (
    <details className="rounded-md border border-line">
      <summary className="min-h-11 px-3 py-2.5 font-medium">
        People to turn to: {schoolName}
      </summary>
      <ul className="grid gap-4 border-t border-line p-3 sm:p-4">
        {people.map(({ text, figure, density }) => (
          <li key={text} className="grid gap-1">
            <p className="font-medium">“{text}”</p>
            <p className="tabular">
              {share(figure.none)} named nobody, {share(figure.many)} three or more. On average
              between {tenthBelow(figure.mean.lo)} and {tenthAbove(figure.mean.hi)}.
            </p>
            {density === null ? null : (
              <p className="text-sm text-ink-soft tabular">
                In a class of the usual size that is {share(density)} of the classmates.
              </p>
            )}
          </li>
        ))}
        <li className="max-w-prose border-t border-line pt-3 text-sm text-ink-soft">
          This pulse and the one before together; “4 or more” counts as 4, and a question left out
          as 1 or 2. Counts cannot tell who is alone, whether friendships are returned, or who is in
          the middle.
        </li>
      </ul>
    </details>
  );
}

function share(range: Range): string {
  return percentWords(percentRange(range));
}

/** Means of counts carry dust in the last digits; without this, 1.7000000000000002 would be said as 1.8. */
const DUST = 1e-9;

/** One decimal, rounded outwards like every range. */
function tenthBelow(value: number): string {
  return (Math.floor(value * 10 + DUST) / 10).toFixed(1);
}

function tenthAbove(value: number): string {
  return (Math.ceil(value * 10 - DUST) / 10).toFixed(1);
}
