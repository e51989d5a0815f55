import Link from "next/link";
import type { ReactNode } from "react";

import { TierBadge } from "@/components/ui/badge";
import { Band } from "@/components/ui/band";
import { WithheldMark } from "@/components/ui/withheld-mark";

import { isTier } from "./cell-values";
import type { DataCell, DataColumn } from "./table-data";

/** How a cell looks; nothing here decides what may be seen: the server did. */
export function CellContent({
  cell,
  kind,
}: {
  readonly cell: DataCell;
  readonly kind: DataColumn["kind"];
}): ReactNode {
  if (cell === null || cell === "") {
    return (
      <span className="text-ink-faint">
        <span aria-hidden>–</span>
        <span className="sr-only">None</span>
      </span>
    );
  }
  if (kind === "tier" && isTier(cell)) return <TierBadge tier={cell} />;
  if (typeof cell !== "object") return String(cell);
  if ("withheld" in cell) return <WithheldMark compact reason={cell.withheld} />;
  if ("loShare" in cell) return <Band compact {...cell} />;
  if ("iso" in cell) return <time dateTime={cell.iso}>{cell.text}</time>;
  if ("href" in cell) {
    return (
      <span className="grid">
        <Link href={cell.href} prefetch={false} className="prose-link font-medium">
          {cell.text}
        </Link>
        {cell.detail ? <span className="text-sm text-ink-soft">{cell.detail}</span> : null}
      </span>
    );
  }
  return cell.text;
}
