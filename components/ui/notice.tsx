import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { type Tone, toneClassNames, toneIcons } from "./tone";

/** Something worth knowing on this page, beside its content; not the answer to an action. */
export function Notice({
  tone = "info",
  title,
  actions,
  children,
}: {
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const Icon = toneIcons[tone];
  return (
    <div className={classNames("rounded-lg border px-4 py-3.5", toneClassNames[tone])}>
      <div className="flex items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
        <div className="grid min-w-0 gap-1">
          <p className="font-semibold">{title}</p>
          {children ? <div className="text-ink">{children}</div> : null}
          {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      </div>
    </div>
  );
}
