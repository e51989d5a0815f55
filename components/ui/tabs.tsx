"use client";

import { Tabs as RadixTabs } from "radix-ui";
import type { ReactNode } from "react";

export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Views of the same thing on one page; arrow keys move between them. */
export function Tabs({
  label,
  items,
  defaultId,
}: {
  /** What the tabs are about, for screen readers. */
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly defaultId?: string;
}) {
  const first = defaultId ?? items[0]?.id;
  if (first === undefined) return null;
  return (
    <RadixTabs.Root defaultValue={first}>
      <RadixTabs.List
        aria-label={label}
        className="mb-4 flex gap-1 overflow-x-auto border-b border-line p-1 pb-0"
      >
        {items.map((item) => (
          <RadixTabs.Trigger
            key={item.id}
            value={item.id}
            className="-mb-px min-h-11 shrink-0 border-b-3 border-transparent px-3 font-medium text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {item.label}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {items.map((item) => (
        <RadixTabs.Content key={item.id} value={item.id}>
          {item.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
