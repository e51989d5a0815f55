import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";

/** So that nobody takes the demonstration for their school. */
export function DemoBanner({ children }: { readonly children?: ReactNode }) {
  return (
    <aside
      aria-label="Demonstration"
      data-print="hide"
      className="flex flex-wrap items-center justify-center gap-x-2 gap-y-1 border-b border-watch-line/60 bg-watch-soft px-4 py-1.5 text-center text-sm text-watch"
    >
      <FlaskConical aria-hidden className="size-4 shrink-0" />
      <span className="font-medium">Demonstration district: invented people.</span>
      {children}
    </aside>
  );
}
