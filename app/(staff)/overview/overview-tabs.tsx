import Link from "next/link";

import { classNames } from "@/components/ui/class-names";

const TABS = [
  { id: "today", label: "Today", href: "/overview" },
  { id: "classes", label: "Classes of a school", href: "/overview/classes" },
  { id: "trends", label: "Over time", href: "/overview/trends" },
] as const;

/** The three pages of the overview: each loads only what it shows. A school that was chosen stays chosen. */
export function OverviewTabs({
  current,
  schoolId,
}: {
  readonly current: (typeof TABS)[number]["id"];
  readonly schoolId?: string | undefined;
}) {
  return (
    <nav aria-label="Overview" className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {TABS.map(({ id, label, href }) => (
          <li key={id}>
            <Link
              href={
                schoolId === undefined || id === "today"
                  ? href
                  : `${href}?school=${encodeURIComponent(schoolId)}`
              }
              aria-current={id === current ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center border-b-2 px-1 font-medium",
                id === current
                  ? "border-accent text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
