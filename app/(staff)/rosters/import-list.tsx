import Link from "next/link";

export interface ImportItem {
  readonly id: string;
  readonly fileName: string;
  readonly when: string;
  readonly who: string | null;
  readonly what: string;
  readonly href?: string;
}

/** Imports that wait or were made, newest first. */
export function ImportList({ items }: { readonly items: readonly ImportItem[] }) {
  return (
    <ul className="grid divide-y divide-line">
      {items.map((item) => (
        <li key={item.id} className="grid gap-0.5 py-3 first:pt-0 last:pb-0">
          <p className="font-medium break-words">
            {item.href === undefined ? (
              item.fileName
            ) : (
              <Link href={item.href} className="prose-link">
                {item.fileName}
              </Link>
            )}
          </p>
          <p className="text-sm text-ink-soft">
            {item.when}
            {item.who === null ? "" : `, by ${item.who}`}
          </p>
          {item.what === "" ? null : <p className="text-sm">{item.what}</p>}
        </li>
      ))}
    </ul>
  );
}
