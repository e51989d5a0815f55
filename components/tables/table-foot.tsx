"use client";

import { Check, Download, Link2 } from "lucide-react";
import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";

/** How many rows there are, read out when it changes; and the list as a link and as a file. */
export function TableFoot({
  noun,
  shown,
  total,
  viewHref,
  onDownload,
}: {
  /** What the rows are: "classes". */
  readonly noun: string;
  /** Rows after search and filters, and before them. */
  readonly shown: number;
  readonly total: number;
  /** The whole address of this view, when it is asked for. */
  readonly viewHref: () => string;
  readonly onDownload: () => void;
}) {
  const write = (value: number) => value.toLocaleString("en-US");
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm sm:px-6">
      <p role="status" className="text-ink-soft tabular">
        {write(shown)} {shown === 1 ? singular(noun) : noun}
        {shown < total ? `, from ${write(total)}` : ""}
      </p>
      <div data-print="hide" className="flex flex-wrap items-center gap-2">
        <CopyLink href={viewHref} />
        <Button size="sm" variant="quiet" disabled={shown === 0} onClick={onDownload}>
          <Download aria-hidden />
          Download CSV
        </Button>
      </div>
    </div>
  );
}

/** Copies the address that shows this view to whoever may see the list. */
function CopyLink({ href }: { readonly href: () => string }) {
  const [copied, setCopied] = useState<"yes" | "failed" | null>(null);
  useEffect(() => {
    if (copied !== "yes") return undefined;
    const timer = setTimeout(() => {
      setCopied(null);
    }, 4_000);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  return (
    <>
      <span aria-live="polite" className="text-ink-soft">
        {copied === "yes" ? "Link copied." : null}
        {copied === "failed" ? "Copy the address from the bar of your browser." : null}
      </span>
      <Button
        size="sm"
        variant="quiet"
        onClick={() => {
          // Browsers give no clipboard to pages without https.
          void Promise.resolve()
            .then(() => navigator.clipboard.writeText(href()))
            .then(
              () => {
                setCopied("yes");
              },
              () => {
                setCopied("failed");
              },
            );
        }}
      >
        {copied === "yes" ? <Check aria-hidden /> : <Link2 aria-hidden />}
        Copy link to this view
      </Button>
    </>
  );
}

/** "1 class", "1 group". */
function singular(plural: string): string {
  return plural.replace(/(?<=ss)es$|s$/u, "");
}
