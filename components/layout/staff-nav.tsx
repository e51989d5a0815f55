"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { classNames } from "@/components/ui/class-names";

import { isCurrent, type StaffNavItem, staffNavIcons } from "./staff-nav-items";

/** The list of places. Used in the sidebar and in the drawer. */
export function StaffNav({
  items,
  onNavigate,
}: {
  readonly items: readonly StaffNavItem[];
  readonly onNavigate?: () => void;
}) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-0.5">
      {items.map((item) => {
        const Icon = staffNavIcons[item.icon];
        const current = isCurrent(item.href, pathname);
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              {...(onNavigate ? { onClick: onNavigate } : {})}
              aria-current={current ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center gap-3 rounded-md px-3 font-medium",
                current
                  ? "bg-accent-soft text-ink"
                  : "text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              <Icon
                aria-hidden
                className={classNames("size-5 shrink-0", current && "text-accent")}
              />
              <span className="min-w-0 flex-1">{item.label}</span>
              {item.count ? (
                <span className="rounded-full bg-accent px-2 text-xs font-semibold text-on-accent tabular">
                  <span aria-hidden>{item.count.text}</span>
                  <span className="sr-only">{item.count.label}</span>
                </span>
              ) : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
