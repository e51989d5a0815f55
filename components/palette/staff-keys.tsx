"use client";

import { Search } from "lucide-react";
import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from "react";

import { useGo } from "@/components/layout/page-pending";
import type { StaffNavItem } from "@/components/layout/staff-nav-items";

import { goShortcuts, type ShortcutAction } from "./shortcuts";
import { useSingleKeys } from "./use-single-keys";
import { focusSearch, useShortcuts } from "./use-shortcuts";

const PaletteDialog = lazy(() =>
  import("./palette-dialog").then((module) => ({ default: module.PaletteDialog })),
);
const ShortcutsDialog = lazy(() =>
  import("./shortcuts-dialog").then((module) => ({ default: module.ShortcutsDialog })),
);

const OpenPalette = createContext<() => void>(() => undefined);

type Shown = "palette" | "shortcuts" | null;

/** The keyboard of every staff page: shortcuts, and the palette that goes anywhere. Its parts load when first used. */
export function StaffKeys({
  items,
  children,
}: {
  readonly items: readonly StaffNavItem[];
  readonly children: ReactNode;
}) {
  const go = useGo();
  const [shown, setShown] = useState<Shown>(null);
  // Once it was open it stays, so that closing gives the focus back.
  const [used, setUsed] = useState<ReadonlySet<Shown>>(new Set());
  const [single, setSingle] = useSingleKeys();
  const shortcuts = useMemo(() => goShortcuts(items), [items]);
  const show = (which: Shown) => {
    setUsed((before) => new Set([...before, which]));
    setShown(which);
  };
  const openPalette = useMemo(
    () => () => {
      setUsed((before) => new Set([...before, "palette" as const]));
      setShown("palette");
    },
    [],
  );
  useShortcuts(shortcuts, single, (action: ShortcutAction) => {
    if (action.kind === "go") go(action.href);
    else if (action.kind === "search") focusSearch();
    else if (action.kind === "list") show("shortcuts");
    else show(shown === "palette" ? null : "palette");
  });
  return (
    <OpenPalette value={openPalette}>
      {children}
      <Suspense>
        {used.has("palette") ? (
          <PaletteDialog
            items={items}
            open={shown === "palette"}
            onOpenChange={(open) => {
              setShown(open ? "palette" : null);
            }}
            onGo={go}
            onShortcuts={() => {
              show("shortcuts");
            }}
          />
        ) : null}
        {used.has("shortcuts") ? (
          <ShortcutsDialog
            go={shortcuts}
            single={single}
            open={shown === "shortcuts"}
            onOpenChange={(open) => {
              setShown(open ? "shortcuts" : null);
            }}
            onSingle={setSingle}
          />
        ) : null}
      </Suspense>
    </OpenPalette>
  );
}

/** Opens the palette; wide in the sidebar, an icon with a word on a phone. */
export function PaletteButton({ wide = false }: { readonly wide?: boolean }) {
  const open = use(OpenPalette);
  return wide ? (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-11 w-full items-center gap-3 rounded-md border border-line-strong bg-paper px-3 text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Search aria-hidden className="size-5 shrink-0" />
      <span className="flex-1 text-left">Go to…</span>
      <kbd aria-hidden className="font-mono text-xs">
        Ctrl K
      </kbd>
    </button>
  ) : (
    <button
      type="button"
      onClick={open}
      className="inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium hover:bg-sunken"
    >
      <Search aria-hidden className="size-5" />
      Go to
    </button>
  );
}
