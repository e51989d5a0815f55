"use client";

import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";

import type { StaffNavItem } from "@/components/layout/staff-nav-items";

import { findPlaces, pageGroup, type PlaceGroup } from "./find-places";
import { loadPlaces } from "./load-places";

/** Go anywhere by name. Loaded when it is opened for the first time. */
export function PaletteDialog({
  items,
  open,
  onOpenChange,
  onGo,
  onShortcuts,
}: {
  readonly items: readonly StaffNavItem[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onGo: (href: string) => void;
  /** Shows the list of shortcuts instead. */
  readonly onShortcuts: () => void;
}) {
  const [query, setQuery] = useState("");
  const [loaded, setLoaded] = useState<readonly PlaceGroup[] | "failed" | null>(null);

  useEffect(() => {
    if (!open) return undefined;
    let stale = false;
    // Again at each opening: flags come and go. What was there before stays to be read meanwhile.
    loadPlaces().then(
      (groups) => {
        if (!stale) setLoaded(groups);
      },
      () => {
        if (!stale) setLoaded("failed");
      },
    );
    return () => {
      stale = true;
    };
  }, [open]);

  const places = Array.isArray(loaded) ? (loaded as readonly PlaceGroup[]) : [];
  const groups = findPlaces([pageGroup(items), ...places], query);
  const close = (next: boolean) => {
    if (!next) setQuery("");
    onOpenChange(next);
  };
  return (
    <Dialog.Root open={open} onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-card sm:top-[12vh] sm:max-h-[70vh]"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Command shouldFilter={false} loop label="Go to" className="flex min-h-0 flex-col">
            <div className="flex items-center gap-2 border-b border-line px-4">
              <Search aria-hidden className="size-5 shrink-0 text-ink-faint" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder="Page, class, teacher, flag or school"
                className="min-h-13 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-faint"
              />
              <Dialog.Close className="min-h-9 rounded-md px-2 text-sm text-ink-soft hover:bg-sunken">
                Close
              </Dialog.Close>
            </div>
            <Command.List
              label="Places"
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2"
            >
              {groups.map(({ heading, places: shown }) => (
                <Command.Group
                  key={heading}
                  heading={heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-soft"
                >
                  {shown.map(({ href, name, detail }) => (
                    <Command.Item
                      key={href}
                      value={href}
                      onSelect={() => {
                        close(false);
                        onGo(href);
                      }}
                      className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1 data-[selected=true]:bg-accent-soft"
                    >
                      <span className="min-w-0 flex-1">
                        <span className="block truncate font-medium">{name}</span>
                        {detail === "" ? null : (
                          <span className="block truncate text-sm text-ink-soft">{detail}</span>
                        )}
                      </span>
                      <CornerDownLeft
                        aria-hidden
                        className="hidden size-4 shrink-0 text-accent group-data-[selected=true]:block"
                      />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <p
              role="status"
              className="px-4 text-sm text-ink-soft empty:hidden [&:not(:empty)]:pb-3"
            >
              {statusWords(loaded, groups.length)}
            </p>
          </Command>
          <div className="flex items-center justify-between gap-3 border-t border-line px-4 py-1 text-sm text-ink-soft">
            <span className="max-sm:hidden">↑ ↓ to choose, Enter to go, Esc to close</span>
            <button
              type="button"
              onClick={onShortcuts}
              className="min-h-9 rounded-sm text-link underline underline-offset-2"
            >
              Keyboard shortcuts
            </button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function statusWords(loaded: readonly PlaceGroup[] | "failed" | null, groups: number): string {
  if (loaded === "failed") {
    return "Classes, flags and schools could not be loaded; pages are listed. Close and open this to try again.";
  }
  if (loaded === null) return "Loading your classes and flags…";
  return groups === 0 ? "Nothing of yours has this name." : "";
}
