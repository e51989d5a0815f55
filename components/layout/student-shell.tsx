import type { ReactNode } from "react";

/**
 * The frame of a student's page: one column, big type, the phone's own font, no script of its own
 * and no link that leads away in mid-answer.
 */
export function StudentShell({
  header,
  footer,
  children,
}: {
  /** A line about which class this is, or the progress. */
  readonly header?: ReactNode;
  /** Where to find help. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col px-5 text-lg">
      {header ? <header className="pt-5 text-base text-ink-soft">{header}</header> : null}
      <main id="content" className="flex flex-1 flex-col py-6">
        {children}
      </main>
      {footer ? (
        <footer className="border-t border-line py-5 text-base text-ink-soft">{footer}</footer>
      ) : null}
    </div>
  );
}
