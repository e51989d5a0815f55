import type { Ref, ReactNode } from "react";

import { classNames } from "./class-names";
import { toneClassNames, toneIcons } from "./tone";

/** The outcome of a whole form. An error interrupts a screen reader, a success waits its turn. */
export function FormMessage({
  tone,
  children,
  ref,
}: {
  readonly tone: "good" | "error";
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const Icon = toneIcons[tone];
  return (
    <div
      ref={ref}
      role={tone === "error" ? "alert" : "status"}
      tabIndex={-1}
      className={classNames(
        "flex items-start gap-2.5 rounded-md border px-4 py-3 font-medium",
        toneClassNames[tone],
      )}
    >
      <Icon aria-hidden className="mt-[0.2em] size-5 shrink-0" />
      <div>{children}</div>
    </div>
  );
}
