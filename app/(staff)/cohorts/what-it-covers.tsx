/** What the ranges of differences cover, and what they do not. */
export function WhatItCovers({ differences }: { readonly differences: number }) {
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-3 sm:px-6">
      <summary className="prose-link inline-block rounded-sm py-1 font-medium">
        What “unlikely to be chance” means here
      </summary>
      <ul className="mt-3 grid max-w-prose list-disc gap-2 pl-5 text-sm text-ink-soft">
        <li>
          The range of a difference covers three things: that results are bands, that other students
          of the same kind might have answered, and that a group might have had other classes.
          Students of one class are alike, so a school of 500 in 20 classes is known much less well
          than 500 students who never met.
        </li>
        {differences > 1 ? (
          <li>
            {differences} differences are judged together, each the more strictly for it. If none of
            these groups differed at all, about five such pages in a hundred would still call at
            least one difference real.
          </li>
        ) : null}
        <li>
          It does not cover who did not answer, and it says nothing of why. Groups differ in age,
          neighborhood and much else that a pulse does not ask.
        </li>
        <li>
          A saved set of classes, and a grade of all schools, are made from the released bands of
          their parts. What is withheld stays out and is named. Where the shown parts hold fewer
          than 80% of the seats, or a set has fewer than three shown classes, there is no figure.
        </li>
        <li>
          Groups that share students are compared as if they did not, which makes the range wider
          than it need be, never narrower.
        </li>
      </ul>
    </details>
  );
}
