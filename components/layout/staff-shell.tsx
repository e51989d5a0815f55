import "@fontsource-variable/inter/wght.css";

import Link from "next/link";
import type { ReactNode } from "react";

import { PaletteButton, StaffKeys } from "@/components/palette/staff-keys";

import { PageOrSkeleton, PagePending } from "./page-pending";
import { SkipLink } from "./skip-link";
import { StaffDrawer } from "./staff-drawer";
import { StaffNav } from "./staff-nav";
import type { StaffNavItem } from "./staff-nav-items";
import { Wordmark } from "./wordmark";

export interface SignedIn {
  readonly name: string;
  /** Role and scope in words: "Teacher, Elm Street School". */
  readonly role: string;
}

function Account({ signedIn, signOut }: { signedIn: SignedIn; signOut: ReactNode }) {
  return (
    <div className="grid gap-2">
      <div className="min-w-0 px-3">
        <p className="text-xs text-ink-faint">Signed in as</p>
        <p className="truncate font-medium">{signedIn.name}</p>
        <p className="text-sm text-ink-soft">{signedIn.role}</p>
      </div>
      {signOut}
    </div>
  );
}

/** The frame of every staff page: where one is, who one is, and a way out. */
export function StaffShell({
  navItems,
  homeHref,
  signedIn,
  signOut,
  banner,
  children,
}: {
  readonly navItems: readonly StaffNavItem[];
  readonly homeHref: string;
  readonly signedIn: SignedIn;
  /** A form with a button that ends the session. */
  readonly signOut: ReactNode;
  /** `<DemoBanner />` in the demonstration district. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}) {
  const account = <Account signedIn={signedIn} signOut={signOut} />;
  return (
    <PagePending>
      <StaffKeys items={navItems}>
        <div className="flex min-h-dvh flex-col">
          <SkipLink />
          {banner}
          <header
            data-print="hide"
            className="sticky top-0 z-30 border-b border-line bg-surface lg:hidden"
          >
            <div className="flex min-h-14 items-center justify-between px-4">
              <Link href={homeHref} className="rounded-md py-1">
                <Wordmark />
              </Link>
              <div className="flex items-center">
                <PaletteButton />
                <StaffDrawer items={navItems} footer={account} />
              </div>
            </div>
          </header>
          <div className="flex flex-1">
            {/* The same banner for a wide screen; only one of the two is ever displayed. */}
            <header
              data-print="hide"
              className="sticky top-0 hidden h-dvh w-64 shrink-0 flex-col gap-6 self-start overflow-y-auto border-r border-line bg-surface p-4 lg:flex"
            >
              <Link href={homeHref} className="rounded-md px-3 py-2">
                <Wordmark />
              </Link>
              <PaletteButton wide />
              <nav aria-label="Main">
                <StaffNav items={navItems} />
              </nav>
              <div className="mt-auto border-t border-line pt-4">{account}</div>
            </header>
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl min-w-0 flex-1 px-4 py-6 outline-none sm:px-8 sm:py-10"
            >
              <PageOrSkeleton>{children}</PageOrSkeleton>
            </main>
          </div>
        </div>
      </StaffKeys>
    </PagePending>
  );
}
