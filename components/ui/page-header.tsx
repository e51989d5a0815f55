import type { ReactNode } from "react";

/** The one `h1` of a page, what it is about, and what can be done here. */
export function PageHeader({
  title,
  description,
  breadcrumbs,
  meta,
  actions,
}: {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly breadcrumbs?: ReactNode;
  /** Badges and small facts under the title. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="mb-6 grid gap-3 sm:mb-8">
      {breadcrumbs}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 gap-2">
          <h1 className="text-2xl font-semibold sm:text-3xl">{title}</h1>
          {description ? <p className="max-w-prose text-ink-soft">{description}</p> : null}
          {meta ? <div className="flex flex-wrap items-center gap-2">{meta}</div> : null}
        </div>
        {actions ? (
          <div data-print="hide" className="flex flex-wrap gap-2">
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}
