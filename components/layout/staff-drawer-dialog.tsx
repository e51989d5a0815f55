"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";

import { StaffNav } from "./staff-nav";
import type { StaffNavItem } from "./staff-nav-items";

/** The drawer with its button, open at first. */
export function StaffDrawerDialog({
  button,
  className,
  items,
  footer,
}: {
  readonly button: ReactNode;
  readonly className: string;
  readonly items: readonly StaffNavItem[];
  readonly footer: ReactNode;
}) {
  const [open, setOpen] = useState(true);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={className}>{button}</Dialog.Trigger>
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
