import type { Classmate } from "@/lib/ballots/client/find-seat-margins";

/** The classmates to choose from, as check boxes. Once five are chosen the others wait until one is taken back. */
export function ClassmateBoxes({
  legend,
  count,
  classmates,
  named,
  full,
  onName,
}: {
  readonly legend: string;
  /** "2 of 5 chosen" */
  readonly count: string;
  readonly classmates: readonly Classmate[];
  readonly named: readonly number[];
  readonly full: boolean;
  readonly onName: (number: number, named: boolean) => void;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="text-lg font-semibold">{legend}</legend>
      <p role="status" className="text-base text-ink-soft tabular">
        {count}
      </p>
      {classmates.map(({ number, name }) => {
        const chosen = named.includes(number);
        return (
          <label
            key={number}
            className="flex min-h-12 items-center gap-4 rounded-lg border-2 border-line-strong bg-surface px-4 py-2 text-lg has-checked:border-accent has-checked:bg-accent-soft has-disabled:border-line has-disabled:text-ink-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="checkbox"
              checked={chosen}
              disabled={full && !chosen}
              onChange={(event) => {
                onName(number, event.target.checked);
              }}
              className="size-6 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{name}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
