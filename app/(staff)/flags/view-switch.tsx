import { Columns3, Table2 } from "lucide-react";

import { LinkButton } from "@/components/ui/link-button";

export const VIEWS = ["board", "table"] as const;
export type FlagView = (typeof VIEWS)[number];

const WORDS = { board: "Board", table: "Table" } as const;
const ICONS = { board: Columns3, table: Table2 } as const;

/** Board or table, kept in the address, so that a link leads to what its sender saw. */
export function ViewSwitch({ current }: { readonly current: FlagView }) {
  return (
    <nav aria-label="How flags are shown" data-print="hide" className="mb-4 flex gap-2">
      {VIEWS.map((view) => {
        const Icon = ICONS[view];
        return (
          <LinkButton
            key={view}
            href={`/flags?view=${view}`}
            size="sm"
            variant={view === current ? "secondary" : "quiet"}
            aria-current={view === current ? "page" : undefined}
          >
            <Icon aria-hidden />
            {WORDS[view]}
          </LinkButton>
        );
      })}
    </nav>
  );
}
