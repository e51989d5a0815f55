import { bandWords } from "@/components/ui/band-words";

export interface TeacherSeesWords {
  readonly title: string;
  readonly exampleTitle: string;
  readonly question: string;
  readonly example: string;
  readonly neverSees: string;
  readonly lockedUntilClose: string;
  /** Where answers count beside the class, or in its place. */
  readonly alsoCounted: readonly string[];
  readonly cardTitle: string;
  readonly cardHint: string;
}

/** What the teacher will be able to see: the rule, one example of a band, and what nobody sees. */
export function TeacherSees({
  words,
  share,
  cardCheck,
}: {
  readonly words: TeacherSeesWords;
  /** The example's band, 0–1. */
  readonly share: { readonly lo: number; readonly hi: number };
  /** The manifest's hash as on the class card. */
  readonly cardCheck: string;
}) {
  const left = `${String(share.lo * 100)}%`;
  const width = `${String((share.hi - share.lo) * 100)}%`;
  return (
    <div className="grid gap-4">
      <p>{words.title}:</p>
      <figure className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3.5">
        <figcaption className="text-sm font-medium text-ink-faint">{words.exampleTitle}</figcaption>
        <p className="text-base font-medium">{words.question}</p>
        <div className="flex items-center gap-3">
          <div
            aria-hidden
            data-meaningful-fill
            className="relative h-3 flex-1 overflow-hidden rounded-full bg-track"
          >
            <div
              className="absolute inset-y-0 rounded-full bg-belonging-4"
              style={{ left, width }}
            />
          </div>
          <span className="text-base font-semibold tabular">{bandWords(share.lo, share.hi)}</span>
        </div>
        <p className="text-base text-ink-soft">{words.example}</p>
      </figure>
      <p>{words.neverSees}</p>
      {words.alsoCounted.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="text-base text-ink-soft">{words.lockedUntilClose}</p>
      <details className="text-base text-ink-soft">
        <summary className="min-h-11 py-2">{words.cardTitle}</summary>
        <p>
          {words.cardHint} <span className="font-mono text-ink">{cardCheck}</span>
        </p>
      </details>
    </div>
  );
}
