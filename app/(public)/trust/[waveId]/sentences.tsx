import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** One short sentence or two a line, with a mark before each. */
export function Sentences({
  lines,
  icon: Icon = Check,
}: {
  readonly lines: readonly string[];
  readonly icon?: LucideIcon;
}) {
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <li key={line} className="flex gap-3">
          <Icon aria-hidden className="mt-1 size-4.5 shrink-0 text-accent" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
}

/** What only some want to know: folded. */
export function Folded({
  title,
  open = false,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={open} className="rounded-md border border-line px-4 py-2">
      <summary className="py-1.5 font-medium">{title}</summary>
      <div className="grid gap-3 pt-1 pb-2">{children}</div>
    </details>
  );
}

/** A term and what only machines read. */
export function ExactValue({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <p className="text-sm text-ink-soft">{term}</p>
      <code className="block text-sm break-all">{value}</code>
    </div>
  );
}
