import type { ChartParts } from "@/lib/charts/chart-parts";

/** The table twin of a chart. First column names the row. */
export function ChartTableTwin({ table }: { readonly table: ChartParts["table"] }) {
  return (
    <div
      role="region"
      aria-label={table.caption}
      tabIndex={0}
      className="mt-2 overflow-x-auto rounded-md border border-line"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="px-3 py-2 text-left text-ink-soft">{table.caption}</caption>
        <thead className="bg-sunken">
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-2 text-left font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={rowIndex} className="border-t border-line">
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className="px-3 py-2 text-left font-medium">
                    {cell}
                  </th>
                ) : (
                  <td key={index} className="px-3 py-2 tabular">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
