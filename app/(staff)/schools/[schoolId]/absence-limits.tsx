import Link from "next/link";
import { detectionRows, inHundred } from "@/lib/flags/rate-words";
import { MEASURED_RATES } from "@/lib/simulation/measured-rates";

const FOUND = detectionRows(MEASURED_RATES, "base");

function alarms(level: "grade" | "school", scenario: "base" | "flu"): string {
  return inHundred(MEASURED_RATES.falseAlarms[scenario].rule[level]["new-absences"].watch);
}

/** How the rule compares, how often it is wrong, and what it cannot see: said on the page that uses it. */
export function AbsenceLimits() {
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-3 sm:px-6">
      <summary className="prose-link inline-block rounded-sm py-1 font-medium">
        How to read this, how often it is wrong, and what it cannot see
      </summary>
      <ul className="mt-3 grid max-w-prose list-disc gap-2 pl-5 text-sm text-ink-soft">
        <li>
          A new absence is one after a day on which the student was there: a long illness counts
          once. Each student counts once, whatever the number of classes. Excused or not makes no
          difference; being late is no absence. Pre-kindergarten is left out.
        </li>
        <li>
          Each group is compared with all others in the same weeks and with its own usual level.
          Holidays, snow days and days without submitted attendance are skipped.
        </li>
        <li>
          Watch and act have thresholds for each level and length of term. In simulated terms, of
          100 grades without any cause {alarms("grade", "base")} were on watch, and in terms with
          flu {alarms("grade", "flu")}; of 100 schools {alarms("school", "base")} and{" "}
          {alarms("school", "flu")}, because flu does not reach all schools in the same week. Where
          the usual level of a grade or school wanders by a tenth from week to week, about one in
          ten is on watch in a term. Nothing is shown below a quarter too many absences or three
          students.
        </li>
        <li>
          It misses more than it finds in small groups. Found within four weeks, of 100 rises, as
          watch and as act:{" "}
          {FOUND.map(({ name, cells }) => `${name}: ${cells.join(" and ")}`).join("; ")}. That is
          why classes, grades and schools are all looked at. “As usual” does not mean that all is
          well.{" "}
          <Link href="/flags/how-they-work" className="prose-link">
            How flags work, and how that is known
          </Link>
        </li>
        <li>
          If all grades of a school rise alike, no grade is shown: look at the school. If all
          schools rise alike, no school is shown: look at its own last year. Other students and
          another winter are in that comparison too; it raises no flag.
        </li>
        <li>It says nothing about any one student, nothing about why, and makes no rank.</li>
      </ul>
    </details>
  );
}
