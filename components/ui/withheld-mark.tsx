import { EyeOff } from "lucide-react";

/**
 * Stands where a result would be. Its look and its size do not depend on any answer; the reason is
 * always beside it, because an unexplained gap invites guessing.
 */
export function WithheldMark({
  reason,
  label,
  compact = false,
}: {
  readonly reason: string;
  /** What is withheld: "Belonging". */
  readonly label?: string | undefined;
  readonly compact?: boolean | undefined;
}) {
  if (compact) {
    return (
      <span className="flex items-center gap-2 text-sm text-ink-soft">
        <span
          aria-hidden
          data-meaningful-fill
          className="hatched h-3 w-8 shrink-0 rounded-full border border-line"
        />
        <span>
          <span className="sr-only">Withheld: </span>
          {reason}
        </span>
      </span>
    );
  }
  return (
    <div className="grid gap-1.5">
      {label ? <span className="font-medium">{label}</span> : null}
      <span
        aria-hidden
        data-meaningful-fill
        className="hatched block h-3 w-full rounded-full border border-line"
      />
      <p className="flex items-start gap-1.5 text-sm text-ink-soft">
        <EyeOff aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
        <span>
          <span className="font-medium">Withheld.</span> {reason}
        </span>
      </p>
    </div>
  );
}
