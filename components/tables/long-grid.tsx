"use client";

import { DataTableGrid, type GridProps } from "./data-table-grid";
import { useVirtualRows } from "./use-virtual-rows";

/** The table of a long list: only the rows in view are on the page. Loaded with the first list that is one. */
export function LongGrid({
  from,
  order,
  onFrom,
  ...grid
}: GridProps & {
  /** The row at the top, from 1: gone to at first, and whenever `order` changes. */
  readonly from: number;
  /** Anything that changes when the rows or their order do. */
  readonly order: string;
  readonly onFrom: (from: number) => void;
}) {
  const long = useVirtualRows({
    ...{ count: grid.rows.length, columns: grid.columns.length, from, order, onFrom },
  });
  return <DataTableGrid {...grid} long={long} />;
}
