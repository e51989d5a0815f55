import { CircleCheck } from "lucide-react";
import Link from "next/link";

import { FlagFacts, FlagLimits } from "@/components/insight/flag-evidence";
import { FlagWork } from "@/components/insight/flag-work";
import { KIND_WORDS, STAGE_WORDS, TIER_MEANING } from "@/components/insight/flag-words";
import { Badge, TierBadge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readDistrict } from "@/lib/services/accounts/read-district";
import type { ClassView } from "@/lib/services/insight/read-class";

/** Third question of the class page: what to look at. */
export async function ClassFlags({ flags }: { readonly flags: ClassView["flags"] }) {
  const timeZone = flags.length === 0 ? "UTC" : ((await readDistrict())?.timeZone ?? "UTC");
  return (
    <Card title="What to look at">
      {flags.length === 0 ? (
        <p className="flex max-w-prose items-start gap-2 text-ink-soft">
          <CircleCheck aria-hidden className="mt-1 size-4 shrink-0" />
          <span>
            There is no flag for this class now. That does not mean that all is well: a flag finds
            fewer problems than there are.{" "}
            <Link href="/flags/how-they-work" className="prose-link">
              How flags work
            </Link>
          </span>
        </p>
      ) : (
        <ul className="grid gap-8">
          {flags.map((flag) => (
            <li key={flag.id} className="grid gap-4">
              <div className="flex flex-wrap items-center gap-2">
                <TierBadge tier={flag.tier} />
                <span className="font-semibold">{KIND_WORDS[flag.kind]}</span>
                <Badge>{STAGE_WORDS[flag.stage]}</Badge>
              </div>
              <p className="max-w-prose">{flag.reason}</p>
              <p className="text-sm text-ink-soft">{TIER_MEANING[flag.tier]}</p>
              <FlagWork flag={flag} timeZone={timeZone} />
              <FlagFacts evidence={flag.evidence} />
              <FlagLimits evidence={flag.evidence} />
              <p>
                <LinkButton href={`/flags/${flag.id}`}>
                  {flag.may.answer && flag.answer === null
                    ? "Open the flag and answer it"
                    : "Open the flag and its notes"}
                </LinkButton>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
