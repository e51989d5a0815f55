"use client";

import { type ReactNode, Suspense, useState } from "react";

/**
 * A button that opens something, whose script loads when it is pressed for the first time. From then on `children`,
 * which has the same button and begins open, stands in its place: it takes the focus and gives it back.
 */
export function LoadedOnUse({
  popup,
  button,
  className,
  children,
}: {
  readonly popup: "dialog" | "menu";
  /** What stands in the button. */
  readonly button: ReactNode;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const [used, setUsed] = useState(false);
  const first = (
    <button
      type="button"
      aria-haspopup={popup}
      aria-expanded={false}
      className={className}
      onClick={() => {
        setUsed(true);
      }}
    >
      {button}
    </button>
  );
  return used ? <Suspense fallback={first}>{children}</Suspense> : first;
}
