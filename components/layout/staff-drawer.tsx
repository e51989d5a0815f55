"use client";

import { Menu } from "lucide-react";
import { lazy, type ReactNode } from "react";

import { LoadedOnUse } from "@/components/ui/loaded-on-use";

import type { StaffNavItem } from "./staff-nav-items";

const StaffDrawerDialog = lazy(() =>
  import("./staff-drawer-dialog").then((module) => ({ default: module.StaffDrawerDialog })),
);

const CLASS_NAME =
  "inline-flex min-h-11 items-center gap-2 rounded-md px-3 font-medium hover:bg-sunken lg:hidden";

/** The sidebar of a phone: opens over the page, traps the focus, closes on Escape or on a choice. */
export function StaffDrawer(props: {
  readonly items: readonly StaffNavItem[];
  readonly footer: ReactNode;
}) {
  const button = (
    <>
      <Menu aria-hidden className="size-5" />
      Menu
    </>
  );
  const own = { button, className: CLASS_NAME };
  return (
    <LoadedOnUse popup="dialog" {...own}>
      <StaffDrawerDialog {...own} {...props} />
    </LoadedOnUse>
  );
}
