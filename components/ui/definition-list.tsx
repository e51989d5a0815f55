import type { ReactNode } from "react";

export interface Definition {
  readonly term: string;
  readonly value: ReactNode;
}

/** Facts about one thing: term and value side by side, one under the other where it is narrow. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl className="@container grid divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.term}
          className="grid gap-x-6 gap-y-0.5 py-2.5 @md:grid-cols-[9rem_1fr] @2xl:grid-cols-[12rem_1fr]"
        >
          <dt className="text-sm text-ink-soft @md:pt-px">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
