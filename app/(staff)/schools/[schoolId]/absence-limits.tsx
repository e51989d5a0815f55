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
          Watch and act are thresholds made for classes: without any cause, 5 and 1 of 100 classes
          pass them in a term. In simulated terms, of 100 grades of 140 students 3 and fewer than 1
          did; where each grade’s usual level wanders by a tenth from week to week, 9 and 2, and of
          schools 13 and 3. Nothing is shown below a quarter too many absences or three students.
        </li>
        <li>
          It misses more than it finds in small groups. When new absences go from 6% to 10%, it
          finds within four weeks, as watch, 39 of 100 classes of 25 and 84 of 100 groups of 100
          students, as act 21 and 65. From 6% to 8%, it finds about half of the grades of 140. That
          is why classes, grades and schools are all looked at. “As usual” does not mean that all is
          well.
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
