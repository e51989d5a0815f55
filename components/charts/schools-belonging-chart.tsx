import { belongingBySchool } from "@/lib/charts/belonging-by-school";
import type { Withheld } from "@/lib/disclosure/withheld";

import { ChartFigure } from "./chart-figure";

/** Schools beside each other as bands, by name. A server component: bands do not leave the server as such. */
export function SchoolsBelongingChart({
  schools,
  stamp,
}: {
  readonly schools: readonly {
    readonly label: string;
    readonly belonging: { readonly lo: number; readonly hi: number } | Withheld;
  }[];
  /** Where all of them are from one release. */
  readonly stamp?: string | undefined;
}) {
  return (
    <ChartFigure
      title="Belonging by school"
      parts={belongingBySchool(schools)}
      height={80 + schools.length * 56}
      stamp={stamp}
    />
  );
}
