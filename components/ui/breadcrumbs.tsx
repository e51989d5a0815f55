import { ChevronRight } from "lucide-react";
import Link from "next/link";

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way back up. The page itself is the heading below, so it is not repeated here. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-1 text-sm">
        {items.map((item) => (
          <li key={item.href} className="flex items-center gap-1">
            <Link href={item.href} className="prose-link py-1">
              {item.label}
            </Link>
            <ChevronRight aria-hidden className="size-4 text-ink-faint" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
