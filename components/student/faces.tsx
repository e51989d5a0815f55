/** Mouths of the three faces, from no to yes: no, sometimes, yes. Drawn in a box of 64. */
const MOUTHS = ["M20 46 Q32 34 44 46", "M20 43 H44", "M18 38 Q32 54 46 38"] as const;

/** One of three faces; what it means stands beside it in words. */
export function Face({ at }: { readonly at: number }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden className="size-20 shrink-0" data-meaningful-fill>
      <circle cx="32" cy="32" r="29" className="fill-surface stroke-ink" strokeWidth="3" />
      <circle cx="22" cy="25" r="3.5" className="fill-ink" />
      <circle cx="42" cy="25" r="3.5" className="fill-ink" />
      <path
        d={MOUTHS[at] ?? MOUTHS[1]}
        className="fill-none stroke-ink"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </svg>
  );
}
