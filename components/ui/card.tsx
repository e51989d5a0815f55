import { type ReactNode, useId } from "react";

import { classNames } from "./class-names";

/** A sheet of paper on the desk. With a title it is a section that a screen reader can jump to. */
export function Card({
  title,
  description,
  actions,
  flush = false,
  children,
}: {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** No inner margin, for a table that reaches the edges. */
  readonly flush?: boolean;
  readonly children?: ReactNode;
}) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className="min-w-0 rounded-lg border border-line bg-surface shadow-card"
    >
      {title || actions ? (
        <header className="flex flex-wrap items-start justify-between gap-3 px-4 pt-4 sm:px-6 sm:pt-5">
          <div className="min-w-0">
            {title ? (
              <h2 id={titleId} className="text-lg font-semibold">
                {title}
              </h2>
            ) : null}
            {description ? (
              <p className="mt-0.5 max-w-prose text-sm text-ink-soft">{description}</p>
            ) : null}
          </div>
          {actions ? <div className="-my-1 flex flex-wrap gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={classNames(flush ? "pt-3" : "p-4 sm:px-6 sm:py-5")}>{children}</div>
    </section>
  );
}
