import { ShareBar } from "@/components/ui/share-bar";

export interface TeacherSeesWords {
  readonly title: string;
  readonly exampleTitle: string;
  readonly question: string;
  readonly example: string;
  /** What nobody sees; shown to who reads quickly. */
  readonly promises: readonly string[];
  /** Folded away with what the example means. */
  readonly more: readonly string[];
  /** Where answers count beside the class, or in its place. */
  readonly alsoCounted: readonly string[];
  readonly cardTitle: string;
  readonly cardHint: string;
}

export interface TeacherSeesProps {
  readonly words: TeacherSeesWords;
  /** The example's band, 0–1. */
  readonly share: { readonly lo: number; readonly hi: number };
  /** The manifest's hash as on the class card. */
  readonly cardCheck: string;
}

/** What the teacher will be able to see: the rule, one example of a band, and what nobody sees. */
export function TeacherSees({ words, share, cardCheck }: TeacherSeesProps) {
  return (
    <div className="grid gap-4">
      <p>{words.title}:</p>
      <figure className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-3.5">
        <figcaption className="text-base font-medium">{words.question}</figcaption>
        <ShareBar {...share} />
        <details className="text-base text-ink-soft">
          <summary className="min-h-11 py-2">{words.exampleTitle}</summary>
          <div className="grid gap-2 pb-1">
            <p>{words.example}</p>
            {words.more.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p>
              {words.cardTitle} {words.cardHint}{" "}
              <span className="font-mono text-ink">{cardCheck}</span>
            </p>
          </div>
        </details>
      </figure>
      {[...words.promises, ...words.alsoCounted].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
