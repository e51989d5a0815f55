import type { DimensionReport } from "@/lib/roster/demographics/read-demographics";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

/** The categories of one demographic with how many students have each. Marks those too small to be shown alone. */
export function DimensionTable({
  dimension,
  students,
}: {
  readonly dimension: DimensionReport;
  /** On the roster. */
  readonly students: number;
}) {
  const silent = students - dimension.students;
  return (
    <table className="w-full max-w-xl text-left tabular">
      <caption className="sr-only">Categories of {dimension.name}</caption>
      <thead className="text-sm text-ink-soft">
        <tr>
          <th scope="col" className="py-1.5 pr-2 font-medium">
            Category
          </th>
          <th scope="col" className="py-1.5 pl-2 text-right font-medium">
            Students
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {dimension.categories.map(({ category, students: count }) => (
          <tr key={category}>
            <th scope="row" className="py-1.5 pr-2 font-normal break-words">
              {category}
              {count < FLOOR_POLICY.k ? (
                <span className="block text-sm text-ink-soft">
                  Fewer than {FLOOR_POLICY.k}: never shown alone
                </span>
              ) : null}
            </th>
            <td className="py-1.5 pl-2 text-right align-top">{count.toLocaleString("en-US")}</td>
          </tr>
        ))}
        {silent > 0 ? (
          <tr>
            <th scope="row" className="py-1.5 pr-2 font-normal text-ink-soft">
              Not recorded
            </th>
            <td className="py-1.5 pl-2 text-right text-ink-soft">
              {silent.toLocaleString("en-US")}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
