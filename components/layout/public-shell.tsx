import "@fontsource-variable/inter/wght.css";

import Link from "next/link";
import type { ReactNode } from "react";

import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

/** The frame of pages that anyone may read: front page, sign-in, trust page, parents' preview. */
export function PublicShell({
  banner,
  actions,
  footer,
  narrow = false,
  lang,
  dir,
  skipLabel,
  children,
}: {
  readonly banner?: ReactNode;
  /** At the right of the header: "Sign in". */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  /** One column for a form: sign-in, set-up. */
  readonly narrow?: boolean;
  /** Of everything in it, where that is not the document's English. */
  readonly lang?: string;
  readonly dir?: "ltr" | "rtl";
  readonly skipLabel?: string;
  readonly children: ReactNode;
}) {
  return (
    <div lang={lang} dir={dir} className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      {banner}
      <header data-print="hide" className="border-b border-line">
        <div className="mx-auto flex min-h-16 max-w-5xl flex-wrap items-center justify-between gap-3 px-4 sm:px-8">
          {/* Not fetched ahead: who reads the trust page asks for nothing that knows a session. */}
          <Link href="/" prefetch={false} className="rounded-md py-1">
            <Wordmark />
          </Link>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-8 outline-none sm:px-8 sm:py-14 ${narrow ? "max-w-lg" : "max-w-5xl"}`}
      >
        {children}
      </main>
      <footer className="border-t border-line text-sm text-ink-soft">
        <div className="mx-auto flex max-w-5xl flex-wrap justify-between gap-x-6 gap-y-2 px-4 py-6 sm:px-8">
          {footer ?? <p>Hearth loads nothing from other companies and sets no tracking cookies.</p>}
        </div>
      </footer>
    </div>
  );
}
