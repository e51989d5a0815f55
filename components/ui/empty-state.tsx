import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing here yet, why, and what to do about it. */
export function EmptyState({
  title,
  icon: Icon,
  actions,
  children,
}: {
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      {Icon ? (
        <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
          <Icon aria-hidden className="size-6" />
        </span>
      ) : null}
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
