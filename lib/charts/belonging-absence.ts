import type { AbsenceChange } from "@/lib/attendance/absence-change";
import { bandReadings, barOf, type ChartParts } from "@/lib/charts/chart-parts";
import type { ScatterBox, ScatterRegions } from "@/lib/charts/scatter-marks";
import type { Withheld } from "@/lib/disclosure/withheld";
import { percentRange, percentWords } from "@/lib/insight/percent";

/** One class, in the order of grade and name. Shares from 0 to 1. */
export interface ClassPoint {
  readonly label: string;
  readonly belonging:
    | {
        readonly band: { readonly lo: number; readonly hi: number };
        readonly interval: { readonly lo: number; readonly hi: number };
      }
    | Withheld;
  readonly absence:
    | {
        readonly observed: number;
        readonly expected: number;
        readonly change: AbsenceChange;
      }
    | { readonly reason: string };
  /** Tier of the open flag, as far as the reader may see it. */
  readonly flag: string | null;
}

type Shown = ClassPoint & {
  readonly belonging: Exclude<ClassPoint["belonging"], Withheld>;
  readonly absence: Exclude<ClassPoint["absence"], { reason: string }>;
};

/** The axis reaches this far at most, unless a class lies beyond: intervals of small classes would squeeze the rest. */
const MOST_RATIO = 4;

function isShown(point: ClassPoint): point is Shown {
  return !("kind" in point.belonging) && !("reason" in point.absence);
}

/** Why a class is not in the drawing: one line, with both reasons where there are two. */
function missing({ label, belonging, absence }: ClassPoint): string {
  const reasons = [
    ...("kind" in belonging ? [belonging.text] : []),
    ...("reason" in absence ? [absence.reason] : []),
  ];
  return `${label}: ${reasons.join("; ")}.`;
}

function boxOf({ belonging, absence, flag }: Shown): ScatterBox {
  const band = percentRange(belonging.band);
  const likely = percentRange(belonging.interval);
  return {
    ratio: absence.change.ratio,
    ratioFrom: absence.change.from,
    ratioTo: absence.change.to,
    ...band,
    loLikely: likely.lo,
    hiLikely: likely.hi,
    flagged: flag !== null,
  };
}

function times(ratio: number): string {
  return ratio.toFixed(1);
}

function timesRange({ from, to }: AbsenceChange): string {
  return from === null || to === null ? "not known" : `${times(from)} to ${times(to)} times`;
}

function reading(point: Shown): string {
  const { label, belonging, absence, flag } = point;
  const band = bandReadings([barOf(label, belonging.band)])[0] ?? "";
  const likely = percentWords(percentRange(belonging.interval));
  return (
    `${band} Most likely within ${likely}. ` +
    `${String(absence.observed)} absences where about ${String(Math.round(absence.expected))} were to be expected, ` +
    `${times(absence.change.ratio)} times as many (95%: ${timesRange(absence.change)}). ` +
    (flag === null ? "No open flag." : `Open flag: ${flag}.`)
  );
}

function summary(points: readonly ClassPoint[], shown: readonly Shown[]): string {
  if (points.length === 0) return "There is nothing to show yet.";
  const left = points.length - shown.length;
  return (
    `${String(shown.length)} ${shown.length === 1 ? "class" : "classes"}: belonging upwards as a band, absences of the last four ` +
    "weeks beside what was to be expected to the right." +
    (left === 0 ? "" : ` ${String(left)} cannot be drawn.`)
  );
}

/** What is drawn, and what the shading says: it goes with the picture and the file, where there is no legend. */
function caption({ ratioFrom, shareBelow }: ScatterRegions): string {
  return (
    "Belonging as a band, and absences of the last four weeks beside what was to be expected from the class’s own past " +
    `and its school. Shaded from ${String(ratioFrom)} times on: only there can absence raise a flag.` +
    (shareBelow === null ? "" : " Shaded below: only there can this pulse raise one.")
  );
}

/**
 * Belonging beside the change in absence, a class a box: as high as its released band and as wide as chance reaches in
 * its absences, with thin lines to where its answers may also lie. The regions are where a flag can be raised at all.
 */
export function belongingByAbsence(
  points: readonly ClassPoint[],
  regions: ScatterRegions,
): ChartParts {
  const shown = points.filter(isShown);
  const boxes = shown.map(boxOf);
  const far = Math.max(2, ...boxes.map(({ ratio }) => ratio * 1.1));
  const wide = Math.max(0, ...boxes.map(({ ratioTo }) => ratioTo ?? 0));
  const most = Math.ceil(2 * Math.max(far, Math.min(MOST_RATIO, wide))) / 2;
  return {
    config: {
      type: "scatter",
      data: { datasets: [] },
      options: {
        scales: {
          x: {
            type: "linear",
            min: 0,
            max: most,
            title: { display: true, text: "Absences, times what was to be expected" },
          },
          y: {
            type: "linear",
            min: 0,
            max: 100,
            title: { display: true, text: "Belonging: favourable answers, %" },
          },
        },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
      },
    },
    marks: { boxes, regions },
    readings: shown.map(reading),
    summary: summary(points, shown),
    withheld: points.filter((point) => !isShown(point)).map(missing),
    table: {
      caption: caption(regions),
      columns: [
        "Class",
        "Belonging at least",
        "Belonging at most",
        "Most likely within",
        "Absences",
        "Expected about",
        "Times",
        "95%",
        "Open flag",
      ],
      rows: shown.map(({ label, belonging, absence, flag }) => {
        const band = percentRange(belonging.band);
        return [
          label,
          `${String(band.lo)}%`,
          `${String(band.hi)}%`,
          percentWords(percentRange(belonging.interval)),
          absence.observed,
          Math.round(absence.expected),
          times(absence.change.ratio),
          timesRange(absence.change),
          flag ?? "none",
        ];
      }),
    },
  };
}
