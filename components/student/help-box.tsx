import type { HelpEntry } from "./help-for";

/** What the box says. */
export interface HelpWords {
  readonly title: string;
  readonly entries: readonly HelpEntry[];
  /** The way to the form for an adult; null where nobody receives it, or where one is there. */
  readonly adult: { readonly href: string; readonly text: string } | null;
}

/** Where to find help, after the questions. Numbers that can be tapped, and the way to a chat on somebody else's page. */
export function HelpBox({ title, entries, adult }: HelpWords) {
  return (
    <section className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {entries.map((entry) => (
        <p key={entry.text} className="text-base">
          <Sentence entry={entry} />
        </p>
      ))}
      {adult === null ? null : (
        <p className="text-base">
          <a href={adult.href} className="prose-link -my-2 inline-block py-2 font-semibold">
            {adult.text}
          </a>
        </p>
      )}
    </section>
  );
}

function Sentence({ entry: { text, link } }: { readonly entry: HelpEntry }) {
  if (link === undefined) return text;
  // The last place: a line's name may hold digits of its own.
  const at = text.lastIndexOf(link.words);
  return (
    <>
      {text.slice(0, at)}
      <a
        href={link.href}
        className="prose-link -my-2 inline-block py-2 font-semibold"
        // A number reads from left to right in every language.
        {...(link.away ? { target: "_blank", rel: "noreferrer noopener" } : { dir: "ltr" })}
      >
        {link.words}
      </a>
      {text.slice(at + link.words.length)}
    </>
  );
}
