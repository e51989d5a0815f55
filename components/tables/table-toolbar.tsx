"use client";

import { Columns3 } from "lucide-react";
import { useId, useState } from "react";

import { Button } from "@/components/ui/button";

import { TableSearch, TableSelect } from "./table-controls";
import type { DataColumn } from "./table-data";
import type { TableView } from "./view-state";

/** What stands above a list: search, filters, the order on a phone, and which columns are shown. */
export function TableToolbar({
  columns,
  choices,
  view,
  search,
  searchLabel,
  onChange,
}: {
  readonly columns: readonly DataColumn[];
  /** Values that occur, by the id of each column that filters. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly view: TableView;
  readonly search: boolean;
  readonly searchLabel: string;
  readonly onChange: (part: Partial<TableView>) => void;
}) {
  const panelId = useId();
  const [open, setOpen] = useState(false);
  const sortable = columns.filter((column) => column.sortable ?? true);
  const { sort } = view;
  const mayHide = search && columns.length > 2;
  if (!search && Object.keys(choices).length === 0 && sortable.length === 0) return null;
  return (
    <div data-print="hide" className="grid gap-3 px-4 pt-1 pb-4 sm:px-6">
      <div className="flex flex-wrap items-end gap-3">
        {search ? (
          <TableSearch
            label={searchLabel}
            value={view.query}
            onChange={(query) => {
              onChange({ query, from: 1 });
            }}
          />
        ) : null}
        {columns.map(({ id, header }) => {
          const values = choices[id];
          return values === undefined ? null : (
            <TableSelect
              key={id}
              label={header}
              value={view.filters[id] ?? ""}
              choices={[
                { value: "", label: "All" },
                ...values.map((value) => ({ value, label: value })),
              ]}
              onChange={(value) => {
                onChange({ filters: withFilter(view.filters, id, value), from: 1 });
              }}
              className="grow sm:grow-0"
            />
          );
        })}
        {sortable.length > 0 ? (
          <TableSelect
            label="Order by"
            value={sort ? `${sort.columnId}:${sort.descending ? "desc" : "asc"}` : ""}
            choices={[
              ...(sort ? [] : [{ value: "", label: "As listed" }]),
              ...sortable.flatMap(({ id, header }) => [
                { value: `${id}:asc`, label: `${header}, rising` },
                { value: `${id}:desc`, label: `${header}, falling` },
              ]),
            ]}
            onChange={(value) => {
              const [columnId, direction] = value.split(":");
              if (columnId) {
                onChange({ sort: { columnId, descending: direction === "desc" }, from: 1 });
              }
            }}
            className="grow sm:hidden"
          />
        ) : null}
        {mayHide ? (
          <Button
            aria-expanded={open}
            aria-controls={panelId}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <Columns3 aria-hidden />
            Columns
            {view.hidden.length > 0 ? (
              <span className="text-sm text-ink-soft">({String(view.hidden.length)} hidden)</span>
            ) : null}
          </Button>
        ) : null}
      </div>
      <div id={panelId} hidden={!open || !mayHide}>
        <ColumnChoice columns={columns} hidden={view.hidden} onChange={onChange} />
      </div>
    </div>
  );
}

/** A box for each column but the first, by which a row is known. */
function ColumnChoice({
  columns,
  hidden,
  onChange,
}: {
  readonly columns: readonly DataColumn[];
  readonly hidden: readonly string[];
  readonly onChange: (part: Partial<TableView>) => void;
}) {
  return (
    <fieldset className="rounded-md border border-line px-3 pb-2">
      <legend className="px-1 text-sm font-medium">Columns that are shown</legend>
      <div className="flex flex-wrap gap-x-5">
        {columns.slice(1).map(({ id, header }) => (
          <label key={id} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={!hidden.includes(id)}
              onChange={(event) => {
                const others = hidden.filter((one) => one !== id);
                onChange({ hidden: event.target.checked ? others : [...others, id] });
              }}
            />
            {header}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function withFilter(
  filters: TableView["filters"],
  id: string,
  value: string,
): Record<string, string> {
  const others = Object.entries(filters).filter(([one]) => one !== id);
  return Object.fromEntries(value === "" ? others : [...others, [id, value]]);
}
