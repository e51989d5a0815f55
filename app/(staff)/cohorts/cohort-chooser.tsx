import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { controlClassName, Field } from "@/components/ui/field";
import { dayWords } from "@/components/insight/date-words";
import { cohortKeyText } from "@/lib/insight/cohort-key";
import { MOST_COHORTS, MOST_THEMES, MOST_WAVES } from "@/lib/insight/cohort-request";
import type { Comparison } from "@/lib/services/cohorts/read-comparison";

import { optionGroups } from "./cohort-options";
import { themeWords } from "./theme-words";

/** What is compared, by what, and when: an ordinary form, so that the address is the whole choice. */
export function CohortChooser({ comparison }: { readonly comparison: Comparison }) {
  const { cohorts, choices, themes, askable, waves, waveIds } = comparison;
  const groups = optionGroups(
    choices,
    cohorts.map(({ key }) => key),
  );
  const chosen = waves.filter(({ id }) => waveIds.includes(id));
  return (
    <Card title="What to compare">
      <form action="/cohorts" className="grid gap-5" data-print="hide">
        {/* The Enter key presses a form's first button: not one that takes a cohort away. */}
        <button type="submit" hidden>
          Show
        </button>
        {cohorts.length === 0 ? null : <ChosenList cohorts={cohorts} />}
        <div className="flex flex-wrap items-end gap-3">
          {cohorts.length >= MOST_COHORTS ? (
            <p className="text-ink-soft">Six is the most that can be compared at once.</p>
          ) : (
            <div className="w-full sm:w-96">
              <Field id="add-cohort" label={cohorts.length === 0 ? "Begin with" : "Add"}>
                <select
                  key={cohorts.map(({ key }) => cohortKeyText(key)).join()}
                  id="add-cohort"
                  name="c"
                  defaultValue=""
                  className={controlClassName}
                >
                  <option value="">Choose a school, grade, set or group</option>
                  {groups.map(({ label, options }) => (
                    <optgroup key={label} label={label}>
                      {options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.label}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </Field>
            </div>
          )}
          <Button type="submit" variant="primary">
            Show
          </Button>
        </div>
        {cohorts.length === 0 ? null : (
          <details className="rounded-md border border-line">
            <summary className="min-h-11 px-3 py-2.5 font-medium">
              {themes.map(themeWords).join(", ")}
              <span className="font-normal text-ink-soft">
                {" "}
                in {chosen.map(({ title }) => title).join(", ") || "the last pulse"}
              </span>
            </summary>
            <div className="grid gap-5 border-t border-line p-3 sm:grid-cols-2">
              <Boxes
                name="theme"
                legend={`Themes, up to ${String(MOST_THEMES)}`}
                options={askable.map((theme) => ({ value: theme, label: themeWords(theme) }))}
                chosen={themes}
              />
              <Boxes
                name="wave"
                legend={`Pulses, up to ${String(MOST_WAVES)}`}
                options={waves.map(({ id, title, closesAt, timeZone }) => ({
                  value: id,
                  label: `${title}, ${dayWords(closesAt, timeZone)}`,
                }))}
                chosen={waveIds}
              />
            </div>
          </details>
        )}
      </form>
    </Card>
  );
}

function ChosenList({ cohorts }: Pick<Comparison, "cohorts">) {
  return (
    <ol className="divide-y divide-line rounded-md border border-line">
      {cohorts.map(({ key, label, note }, at) => {
        const value = cohortKeyText(key);
        return (
          <li key={value} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <input type="hidden" name="c" value={value} />
            <span className="min-w-0 grow">
              <span className="font-medium">{label}</span>
              {at === 0 && cohorts.length > 1 ? (
                <span className="text-sm text-ink-soft"> – the others are compared with it</span>
              ) : null}
              {note === null ? null : <span className="block text-sm text-ink-soft">{note}</span>}
            </span>
            {at === 0 ? null : (
              <Button
                type="submit"
                name="first"
                value={value}
                size="sm"
                variant="quiet"
                aria-label={`Compare with ${label}`}
              >
                Compare with this
              </Button>
            )}
            <Button
              type="submit"
              name="remove"
              value={value}
              size="sm"
              variant="quiet"
              aria-label={`Remove ${label}`}
            >
              Remove
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

function Boxes({
  name,
  legend,
  options,
  chosen,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
}) {
  return (
    <fieldset className="grid content-start">
      <legend className="mb-1 font-medium">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 py-1.5">
          <input
            key={String(chosen.includes(value))}
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="size-5 shrink-0 accent-accent"
          />
          <span className="min-w-0">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
