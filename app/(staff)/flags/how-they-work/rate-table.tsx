import type { RateRow } from "@/lib/flags/rate-words";

/** Numbers of 100 with what they are about. Few columns, so that a phone needs no scrolling. */
export function RateTable({
  caption,
  of,
  columns,
  rows,
}: {
  readonly caption: string;
  /** What the first column holds. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly rows: readonly RateRow[];
}) {
  return (
    <table className="w-full border-collapse text-sm tabular">
      <caption className="pb-2 text-left text-ink-soft">{caption}</caption>
      <thead className="bg-sunken">
        <tr>
          <th scope="col" className="px-2 py-2 text-left font-semibold sm:px-3">
            {of}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="px-2 py-2 text-right font-semibold sm:px-3">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name} className="border-t border-line align-baseline">
            <th scope="row" className="px-2 py-2 text-left font-normal sm:px-3">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at]} className="px-2 py-2 text-right whitespace-nowrap sm:px-3">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
