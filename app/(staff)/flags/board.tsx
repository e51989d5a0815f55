import { FlagCard } from "./flag-card";
import { STAGE_WORDS } from "@/components/insight/flag-words";
import { type WorkStage } from "@/lib/flags/work";
import type { WorkedFlag } from "@/lib/services/flags/worked-flags";

import { ClosedFlags } from "./closed-flags";

const COLUMNS: readonly { readonly stage: WorkStage; readonly hint: string }[] = [
  { stage: "new", hint: "Nobody has looked yet, or it has become stronger since." },
  { stage: "seen", hint: "Somebody knows about it." },
  { stage: "acting", hint: "Something is being done." },
  { stage: "snoozed", hint: "Comes back by itself at its date." },
];

/** Flags by where the work on them stands, newest first in each column; never by how bad anything is. */
export function Board({
  flags,
  timeZone,
  ownId,
}: {
  readonly flags: readonly WorkedFlag[];
  readonly timeZone: string;
  readonly ownId: string;
}) {
  return (
    <div className="grid gap-6">
      <div className="grid items-start gap-4 md:grid-cols-2 2xl:grid-cols-4">
        {COLUMNS.map(({ stage, hint }) => {
          const own = flags.filter((flag) => flag.stage === stage);
          return (
            <section
              key={stage}
              aria-labelledby={`column-${stage}`}
              className="grid min-w-0 gap-3 rounded-lg bg-sunken p-3"
            >
              <header>
                <h2 id={`column-${stage}`} className="font-semibold">
                  {STAGE_WORDS[stage]}{" "}
                  <span className="font-normal text-ink-soft tabular">({own.length})</span>
                </h2>
                <p className="text-sm text-ink-soft">{hint}</p>
              </header>
              {own.length === 0 ? (
                <p className="text-sm text-ink-soft">None now.</p>
              ) : (
                <ul className="grid gap-3">
                  {own.map((flag) => (
                    <li key={flag.id}>
                      <FlagCard flag={flag} timeZone={timeZone} ownId={ownId} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      <ClosedFlags flags={flags.filter(({ stage }) => stage === "closed")} timeZone={timeZone} />
    </div>
  );
}
