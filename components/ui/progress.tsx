import { useId } from "react";

/** How far something has come: an import, a seal. Without `value` the length is unknown. */
export function Progress({
  label,
  value,
  max = 100,
  valueText,
}: {
  readonly label: string;
  readonly value?: number;
  readonly max?: number;
  /** In words: "12,000 of 40,000 rows". */
  readonly valueText?: string;
}) {
  const id = useId();
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-3 text-sm">
        <span id={id} className="font-medium">
          {label}
        </span>
        {valueText ? <span className="text-ink-soft tabular">{valueText}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        data-meaningful-fill
        className="h-2.5 overflow-hidden rounded-full bg-track"
      >
        <div
          className={
            share === undefined
              ? "h-full w-1/3 animate-pulse rounded-full bg-accent"
              : "h-full rounded-full bg-accent transition-[width]"
          }
          style={share === undefined ? undefined : { width: `${String(share * 100)}%` }}
        />
      </div>
    </div>
  );
}
