import { bandWords } from "./band-words";

/** A range of shares (0–1) as a bar from the side where reading begins, with its words. */
export function ShareBar({ lo, hi }: { readonly lo: number; readonly hi: number }) {
  return (
    <div className="flex items-center gap-3">
      <div
        aria-hidden
        data-meaningful-fill
        className="relative h-3 flex-1 overflow-hidden rounded-full bg-track"
      >
        <div
          className="absolute inset-y-0 rounded-full bg-belonging-4"
          style={{ insetInlineStart: percent(lo), width: percent(hi - lo) }}
        />
      </div>
      <span className="text-base font-semibold tabular">{bandWords(lo, hi)}</span>
    </div>
  );
}

function percent(share: number): string {
  return `${String(share * 100)}%`;
}
