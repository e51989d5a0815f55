"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";

import { Button } from "@/components/ui/button";

/** "1–50 of 2,000 classes" and the way to the next page; read out when it changes. */
export function TablePages({
  noun,
  pageIndex,
  pageSize,
  shown,
  total,
  onPage,
}: {
  /** What the rows are: "classes". */
  readonly noun: string;
  readonly pageIndex: number;
  readonly pageSize: number;
  /** Rows after search and filters, and before them. */
  readonly shown: number;
  readonly total: number;
  readonly onPage: (pageIndex: number) => void;
}) {
  const pages = Math.max(1, Math.ceil(shown / pageSize));
  const write = (value: number) => value.toLocaleString("en-US");
  const first = shown === 0 ? 0 : pageIndex * pageSize + 1;
  const last = Math.min(shown, (pageIndex + 1) * pageSize);
  const range = pages > 1 ? `${write(first)}–${write(last)} of ${write(shown)}` : write(shown);
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-3 px-4 py-3 text-sm sm:px-6">
      <p role="status" className="text-ink-soft tabular">
        {range} {shown === 1 ? singular(noun) : noun}
        {shown < total ? `, from ${write(total)}` : ""}
      </p>
      {pages > 1 ? (
        <div data-print="hide" className="flex gap-2">
          <Button
            size="sm"
            disabled={pageIndex === 0}
            onClick={() => {
              onPage(pageIndex - 1);
            }}
          >
            <ChevronLeft aria-hidden />
            Previous
          </Button>
          <Button
            size="sm"
            disabled={pageIndex >= pages - 1}
            onClick={() => {
              onPage(pageIndex + 1);
            }}
          >
            Next
            <ChevronRight aria-hidden />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** "1 class", "1 group". */
function singular(plural: string): string {
  return plural.replace(/(?<=ss)es$|s$/u, "");
}
