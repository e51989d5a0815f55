import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { RosterOverview } from "@/lib/services/rosters/read-rosters";
import { momentWords } from "./import-words";

type Run = RosterOverview["waiting"][number];

/** Uploads that nobody has applied yet; nothing where there are none. */
export function WaitingImports({
  runs,
  zone,
  what,
  href,
}: {
  readonly runs: readonly Run[];
  readonly zone: string;
  readonly what: (run: Run) => string;
  /** The page under which each has a page of its own. */
  readonly href: string;
}) {
  if (runs.length === 0) return null;
  return (
    <Card title="Waiting for you" description="Uploaded, not applied. Removed after a day.">
      <ImportList
        items={runs.map((run) => ({
          id: run.id,
          fileName: run.fileName,
          when: momentWords(run.createdAt, zone),
          who: run.accountName,
          what: what(run),
          href: `${href}/${run.id}`,
        }))}
      />
    </Card>
  );
}

/** What was applied last; nothing where there is none. */
export function LastImports({
  runs,
  zone,
  what,
}: {
  readonly runs: readonly Run[];
  readonly zone: string;
  readonly what: (run: Run) => string;
}) {
  if (runs.length === 0) return null;
  return (
    <Card title="Last imports">
      <ImportList
        items={runs.map((run) => ({
          id: run.id,
          fileName: run.fileName,
          when: momentWords(run.appliedAt ?? run.createdAt, zone),
          who: run.accountName,
          what: what(run),
        }))}
      />
    </Card>
  );
}

interface ImportItem {
  readonly id: string;
  readonly fileName: string;
  readonly when: string;
  readonly who: string | null;
  readonly what: string;
  readonly href?: string;
}

/** Imports that wait or were made, newest first. */
function ImportList({ items }: { readonly items: readonly ImportItem[] }) {
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
