/** What the belonging figure is, and what it cannot see. */
export function MeasurementNote() {
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-3 sm:px-6">
      <summary className="prose-link inline-block rounded-sm py-1 font-medium">
        How to read these numbers, and what they cannot see
      </summary>
      <ul className="mt-3 grid max-w-prose list-disc gap-2 pl-5 text-sm text-ink-soft">
        <li>
          A favourable answer is one at the good end of the scale: mostly “often” or “almost
          always”, of a reversed question “never” or “hardly ever”. Belonging is the share of
          favourable answers, averaged over the questions of the index.
        </li>
        <li>
          Results are shown as bands, not as exact shares, so that nobody can work out what one
          student answered. The true share lies inside the band; where each student was asked only
          some of the questions, it may lie a little outside.
        </li>
        <li>A skipped question counts as “not favourable”: skipping is an answer too.</li>
        <li>
          A pulse says how those who answered felt in those two weeks. It does not say why, it says
          nothing about any one student, and nothing about how well somebody teaches.
        </li>
        <li>
          Students who were absent or did not want to answer are not in it. They may feel
          differently.
        </li>
      </ul>
    </details>
  );
}
