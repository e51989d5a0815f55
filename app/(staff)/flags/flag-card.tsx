import Link from "next/link";

import { FlagFacts } from "@/components/insight/flag-evidence";
import { FlagWork } from "@/components/insight/flag-work";
import { KIND_WORDS } from "@/components/insight/flag-words";
import { TierBadge } from "@/components/ui/badge";
import type { WorkedFlag } from "@/lib/services/flags/worked-flags";

import { HandOver } from "./hand-over";

/** One flag on the board: why, since when, who has it, what its teacher says and what comes next. */
export function FlagCard({
  flag,
  timeZone,
  ownId,
}: {
  readonly flag: WorkedFlag;
  readonly timeZone: string;
  readonly ownId: string;
}) {
  return (
    <article className="grid min-w-0 gap-3 rounded-md border border-line bg-surface p-4 shadow-card">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="font-semibold">
            <Link
              href={`/flags/${flag.id}`}
              prefetch={false}
              className="prose-link inline-block py-1"
            >
              {flag.classTitle}
            </Link>
          </h3>
          <TierBadge tier={flag.tier} />
        </div>
        <p className="text-sm text-ink-soft">
          {KIND_WORDS[flag.kind]} · {flag.schoolName}
        </p>
      </header>
      <p className="text-sm">{flag.reason}</p>
      <details className="text-sm">
        <summary className="cursor-pointer py-1 font-medium text-link">
          Evidence<span className="sr-only"> of {flag.classTitle}</span>
        </summary>
        <div className="mt-2">
          <FlagFacts evidence={flag.evidence} />
        </div>
      </details>
      <FlagWork flag={flag} timeZone={timeZone} />
      <HandOver flag={flag} ownId={ownId} />
    </article>
  );
}
