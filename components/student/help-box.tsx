/** Where to find help, after the questions. Numbers that can be tapped. */
export function HelpBox({
  title,
  lines,
}: {
  readonly title: string;
  /** Sentences; one that holds a telephone number names it, and becomes a link to it. */
  readonly lines: readonly { readonly text: string; readonly call?: string }[];
}) {
  return (
    <section className="grid gap-2 rounded-lg border border-line bg-surface px-4 py-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {lines.map(({ text, call }) => {
        const [before, after] = call === undefined ? [text] : text.split(call);
        return (
          <p key={text} className="text-base">
            {before}
            {call === undefined ? null : (
              <a href={`tel:${call}`} className="prose-link -my-2 inline-block py-2 font-semibold">
                {call}
              </a>
            )}
            {after}
          </p>
        );
      })}
    </section>
  );
}
