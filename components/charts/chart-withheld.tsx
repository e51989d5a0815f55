/** More than this are folded away: their number stays to be seen. */
const MOST_LINES = 6;

/** What a chart leaves out, each with its reason. */
export function ChartWithheld({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const list = (
    <ul className="mt-3 grid gap-1">
      {lines.map((line) => (
        <li key={line} className="flex items-start gap-2 text-sm text-ink-soft">
          <span
            aria-hidden
            data-meaningful-fill
            className="hatched mt-1.5 h-3 w-8 shrink-0 rounded-full border border-line"
          />
          <span>
            <span className="font-medium">Withheld:</span> {line}
          </span>
        </li>
      ))}
    </ul>
  );
  if (lines.length <= MOST_LINES) return list;
  return (
    <details className="mt-3">
      <summary className="prose-link inline-block rounded-sm py-1.5 text-sm font-medium">
        {lines.length} withheld, and why
      </summary>
      {list}
    </details>
  );
}
