import { CircleCheck, Flag } from "lucide-react";

import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** How many flags are open of what somebody may see by now, and the way to them. */
export function FlagsCard({ open, act }: { readonly open: number; readonly act: number }) {
  const Icon = open === 0 ? CircleCheck : Flag;
  return (
    <Card
      title="What to look at"
      actions={
        open === 0 ? undefined : (
          <LinkButton size="sm" href="/flags">
            Look at the flags
          </LinkButton>
        )
      }
    >
      <p className="flex max-w-prose items-start gap-2">
        <Icon aria-hidden className="mt-1 size-4 shrink-0" />
        <span>{openWords(open, act)}</span>
      </p>
    </Card>
  );
}

function openWords(open: number, act: number): string {
  if (open === 0) {
    return "No flag that you can see is open. A flag finds fewer problems than there are, and a class’s own teacher sees it first.";
  }
  const flags = open === 1 ? "1 flag is open" : `${String(open)} flags are open`;
  const acting =
    act === 0
      ? "none of them says act"
      : `${String(act)} of them ${act === 1 ? "says" : "say"} act`;
  return `${flags}; ${acting}. A class’s own teacher sees a new flag first.`;
}
