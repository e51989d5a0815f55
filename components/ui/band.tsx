import { percentRange } from "@/lib/insight/percent";

import { bandWords, belongingStep, type BelongingStep } from "./band-words";
import { classNames } from "./class-names";

const fills: Record<BelongingStep, string> = {
  1: "bg-belonging-1",
  2: "bg-belonging-2",
  3: "bg-belonging-3",
  4: "bg-belonging-4",
  5: "bg-belonging-5",
};

export interface BandProps {
  /** Released bounds of the share favourable, 0–1. */
  readonly loShare: number;
  readonly hiShare: number;
  /** What the band is about, in words: "felt they belong". */
  readonly label: string;
  /** Respondents, already banded: "20–24 students". */
  readonly nLabel?: string | undefined;
  /** In a table: the words beside the track, the label for screen readers only. */
  readonly compact?: boolean | undefined;
}

/** The track is 0–100%, with quiet marks at the quarters; the band is drawn from end to end, never as a point. */
function Track({ loShare, hiShare }: Pick<BandProps, "loShare" | "hiShare">) {
  // Whole percents, outwards, as the words say them: lo / n to many places would tell n exactly.
  const { lo: left, hi: right } = percentRange({ lo: loShare, hi: hiShare });
  const width = Math.max(2, right - left);
  return (
    <span
      aria-hidden
      data-meaningful-fill
      className="relative block h-3 w-full overflow-hidden rounded-full bg-track"
    >
      {[25, 50, 75].map((mark) => (
        <span
          key={mark}
          className="absolute inset-y-0 w-px bg-line-strong opacity-40"
          style={{ left: `${String(mark)}%` }}
        />
      ))}
      <span
        className={classNames(
          "absolute inset-y-0 rounded-full",
          fills[belongingStep(loShare, hiShare)],
        )}
        style={{ left: `${String(Math.min(left, 98))}%`, width: `${String(width)}%` }}
      />
    </span>
  );
}

/** A released share as a band: drawn, in per cent, and in words. */
export function Band({ loShare, hiShare, label, nLabel, compact = false }: BandProps) {
  const words = bandWords(loShare, hiShare);
  if (compact) {
    return (
      <span className="flex w-full min-w-44 items-center gap-3">
        <span className="w-[6.5ch] shrink-0 text-sm font-medium tabular">{words}</span>
        <span className="w-full max-w-48">
          <Track loShare={loShare} hiShare={hiShare} />
        </span>
        <span className="sr-only">
          {label}
          {nLabel ? `, ${nLabel}` : ""}
        </span>
      </span>
    );
  }
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-medium">{label}</span>
        <span className="shrink-0 text-lg font-semibold tabular">{words}</span>
      </div>
      <Track loShare={loShare} hiShare={hiShare} />
      {nLabel ? <span className="text-xs text-ink-faint">{nLabel}</span> : null}
    </div>
  );
}

/** The ends of the scale under a stack of bands, once. */
export function BandScale() {
  return (
    <div aria-hidden className="flex justify-between text-xs text-ink-faint tabular">
      <span>0%</span>
      <span>50%</span>
      <span>100%</span>
    </div>
  );
}
