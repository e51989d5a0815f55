import { CircleCheck, Eye, HandHelping, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { type Tone, toneClassNames } from "./tone";

const shape =
  "inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap";

/** A short state in words: "Open", "Draft", "Sealed". */
export function Badge({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  readonly tone?: Tone | "neutral";
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  const colour = tone === "neutral" ? "border-line bg-sunken text-ink-soft" : toneClassNames[tone];
  return (
    <span className={classNames(shape, colour)}>
      {Icon ? <Icon aria-hidden className="size-3.5" /> : null}
      {children}
    </span>
  );
}

/** How much a class asks for attention. A tier is a reason to look, never a grade of a teacher. */
export type BadgeTier = "watch" | "act" | "none";

export const tierLabels: Record<BadgeTier, string> = {
  act: "Act",
  watch: "Watch",
  none: "No flag",
};

/** A flag's tier: outline and eye for "watch", filled and hand for "act"; apart even in grey. */
export function TierBadge({ tier, label }: { readonly tier: BadgeTier; readonly label?: string }) {
  const text = label ?? tierLabels[tier];
  if (tier === "act") {
    return (
      <span className={classNames(shape, "border-act bg-act text-on-act")}>
        <HandHelping aria-hidden className="size-3.5" />
        {text}
      </span>
    );
  }
  if (tier === "watch") {
    return (
      <span className={classNames(shape, toneClassNames.watch)}>
        <Eye aria-hidden className="size-3.5" />
        {text}
      </span>
    );
  }
  return (
    <span className={classNames(shape, "border-transparent px-0 font-normal text-ink-soft")}>
      <CircleCheck aria-hidden className="size-3.5" />
      {text}
    </span>
  );
}
