export interface IntroWords {
  /** How many questions and how long; empty where it is folded away, for those who read slowly. */
  readonly about: string;
  /** How one gets in, and what the school sees of that. */
  readonly admission: string;
  readonly privacyTitle: string;
  /** What is promised, until when one can answer; folded away. */
  readonly privacy: readonly string[];
  readonly trust: { readonly href: string; readonly text: string };
}

/** What this is, in two sentences; the rest for whoever wants to know. */
export function Intro({ words }: { readonly words: IntroWords }) {
  return (
    <div className="grid gap-1 text-base text-ink-soft">
      {words.about === "" ? null : <p>{words.about}</p>}
      <p>{words.admission}</p>
      <details>
        <summary className="min-h-11 py-2">{words.privacyTitle}</summary>
        {words.privacy.map((sentence) => (
          <p key={sentence} className="pb-2">
            {sentence}
          </p>
        ))}
        <p className="pb-2">
          <a href={words.trust.href} className="prose-link">
            {words.trust.text}
          </a>
        </p>
      </details>
    </div>
  );
}
