"use client";

import { Menu, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";

import { StaffNav } from "./staff-nav";
import type { StaffNavItem } from "./staff-nav-items";

/** The sidebar of a phone: opens over the page, traps the focus, closes on Escape or on a choice. */
export function StaffDrawer({
  items,
  footer,
}: {
  readonly items: readonly StaffNavItem[];
  readonly footer: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium hover:bg-sunken lg:hidden">
        <Menu aria-hidden className="size-5" />
        Menu
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-80 max-w-[85vw] flex-col gap-4 overflow-y-auto border-l border-line bg-surface p-4"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title className="text-lg font-semibold">Menu</Dialog.Title>
            <Dialog.Close
              aria-label="Close menu"
              className="grid size-11 place-items-center rounded-md hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <nav aria-label="Main">
            <StaffNav
              items={items}
              onNavigate={() => {
                setOpen(false);
              }}
            />
          </nav>
          <div className="mt-auto border-t border-line pt-4">{footer}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
