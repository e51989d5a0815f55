import { heatSteps } from "@/lib/charts/heat-map";
import { legalBands } from "@/lib/disclosure/band-count";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { isIndexItem } from "@/lib/instruments/instrument";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { classBelonging } from "@/lib/insight/class-belonging";
import { poolBelonging } from "@/lib/insight/cohort-figure";
import { percentRange } from "@/lib/insight/percent";
import { ReleasedBand } from "@/lib/disclosure/band";

interface Group {
  readonly id?: string;
  readonly withheld?: string | null;
  readonly n: number;
  readonly participation: { readonly lo: number; readonly hi: number; readonly seats: number };
  readonly cells: Readonly<
    Record<
      string,
      { lo: number; hi: number; buckets?: Readonly<Record<string, { lo: number; hi: number }>> }
    >
  >;
}

/** Read on flags, school pages and "How flags work": rises of absence that were simulated. Nobody's answers. */
const WRITTEN = ["6–8%", "6–10%", "6–15%"];

const INDEX = new Set(PULSE_6_12.items.filter(isIndexItem).map(({ id }) => id));

/**
 * Every figure that a page may show, in the forms that `figuresOf` finds: the bands of all releases in counts, in
 * shares and in percent, and what is worked out from bands alone.
 * @param cohorts ids of groups whose released bands a page may put together.
 */
export function bandsInWords(
  releases: readonly { readonly groups: readonly Group[] }[],
  cohorts: readonly (readonly string[])[] = [],
): ReadonlySet<string> {
  const allowed = new Set<string>(WRITTEN);
  const range = (lo: number, hi: number) => {
    const { lo: from, hi: to } = percentRange({ lo, hi });
    allowed.add(`${from}–${to}%`);
    for (const digits of [lo, hi]) allowed.add(String(digits));
    allowed.add(`${lo}..${hi}`);
    allowed.add(`${from}..${to}`);
    allowed.add(`${from / 100}..${to / 100}`);
    const { loStep, hiStep } = heatSteps({ lo: from, hi: to });
    allowed.add(`step ${loStep}..${hiStep}`);
  };
  for (const { groups } of releases) {
    for (const { n, participation, cells } of groups) {
      const { lo, hi, seats } = participation;
      allowed.add(`${lo}..${hi}`);
      if (seats > 0) range(lo / seats, Math.min(1, hi / seats));
      const bands = Object.entries(cells).flatMap(([item, cell]) =>
        INDEX.has(item) ? [ReleasedBand.fromCell({ ...cell, n }, FLOOR_POLICY)] : [],
      );
      for (const { lo, hi, buckets } of Object.values(cells)) {
        for (const band of [{ lo, hi }, ...Object.values(buckets ?? {})]) {
          range(band.lo / n, band.hi / n);
          allowed.add(`${band.lo}..${band.hi}`);
        }
      }
      if (bands.length === 0) continue;
      const figure = classBelonging(bands);
      if (!figure.ok) continue;
      const { band, interval } = figure.belonging;
      range(band.lo, band.hi);
      range(interval.lo, interval.hi);
    }
  }
  for (const { groups } of releases) {
    for (const ids of cohorts) for (const band of pooledBands(groups, ids)) range(band.lo, band.hi);
  }
  // The example on the student's page: a band of an invented class that this policy could show.
  const example = legalBands(FLOOR_POLICY.k + 12, FLOOR_POLICY);
  for (const { lo, hi } of example) range(lo / (FLOOR_POLICY.k + 12), hi / (FLOOR_POLICY.k + 12));
  return allowed;
}

/** What the shown ones of some groups say together: of the index, and of each question. */
function pooledBands(
  groups: readonly Group[],
  ids: readonly string[],
): { readonly lo: number; readonly hi: number }[] {
  const wanted = new Set(ids);
  const shown = groups.filter(({ id, withheld }) => wanted.has(id ?? "") && withheld === null);
  const items = [...new Set(shown.flatMap(({ cells }) => Object.keys(cells)))];
  return [items.filter((item) => INDEX.has(item)), ...items.map((item) => [item])].flatMap(
    (asked) => {
      const figures = shown.flatMap(({ n, cells }) => {
        const figure = classBelonging(
          asked.flatMap((item) => {
            const cell = cells[item];
            return cell === undefined ? [] : [ReleasedBand.fromCell({ ...cell, n }, FLOOR_POLICY)];
          }),
        );
        return figure.ok && figure.belonging.itemCount === asked.length ? [figure.belonging] : [];
      });
      return figures.length === 0 ? [] : [poolBelonging(figures).band];
    },
  );
}
