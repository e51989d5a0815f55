import Link from "next/link";

import { dayWords } from "@/components/insight/date-words";
import { KIND_WORDS, outcomeWords } from "@/components/insight/flag-words";
import type { WorkedFlag } from "@/lib/services/flags/worked-flags";

/** What was closed this term and what it turned out to be, folded away. */
export function ClosedFlags({
  flags,
  timeZone,
}: {
  readonly flags: readonly WorkedFlag[];
  readonly timeZone: string;
}) {
  if (flags.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-3">
      <summary className="cursor-pointer py-1 font-semibold">
        Closed this term <span className="font-normal text-ink-soft tabular">({flags.length})</span>
      </summary>
      <ul className="mt-2 grid divide-y divide-line">
        {flags.map((flag) => (
          <li key={flag.id} className="grid gap-0.5 py-3">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <Link
                href={`/flags/${flag.id}`}
                prefetch={false}
                className="prose-link inline-block py-1 font-medium"
              >
                {flag.classTitle}
              </Link>
              <span className="text-sm text-ink-soft">
                {KIND_WORDS[flag.kind]} · {flag.schoolName}
              </span>
            </span>
            <span className="text-sm">
              {outcomeWords(flag.outcome)}
              {flag.closedAt === null ? "" : `, ${dayWords(flag.closedAt, timeZone)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
