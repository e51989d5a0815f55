"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * The heading of a screen. When the screen changes it takes the focus, so that a screen reader reads the new
 * screen from its start and the keyboard goes on from there; not at the first one, where nobody has done
 * anything yet. Give it a `key` for each screen.
 */
export function ScreenHeading({
  moved,
  className = "text-2xl font-semibold",
  children,
}: {
  readonly moved: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!moved) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [moved]);
  return (
    <h1 ref={heading} tabIndex={-1} className={`${className} outline-none`}>
      {children}
    </h1>
  );
}
