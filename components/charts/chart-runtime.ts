import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  type LegendItem,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
  ScatterController,
} from "chart.js";

import type { ScatterMarks } from "@/lib/charts/scatter-marks";

import { boxAt, boxPlace, outline, slotAt, slotOf } from "./chart-places";
import type { Drawing, Place } from "./drawing";
import { hatch } from "./hatch";
import { resolveTokens } from "./resolve-tokens";
import { scatterPainter } from "./scatter-painter";

// Loaded when the first chart comes into view; only what our charts draw with.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
);

/** Pixels of a chart on a phone, at most. */
const NARROW = 420;

type Read = (token: string) => string;

// Read once: `defaults` is where ours goes, and a second wrapping would wrap the first.
const { labels: legendDefaults } = Chart.defaults.plugins.legend;
const ownLabels = legendDefaults.generateLabels.bind(legendDefaults);

/** Legend entries with the dashes of their lines, which a legend of point styles leaves out. */
function dashedLabels(chart: Chart): LegendItem[] {
  return ownLabels(chart).map((label) => {
    const { datasetIndex } = label;
    if (datasetIndex === undefined) return label;
    const style: unknown = chart.data.datasets[datasetIndex];
    const dash = (style as { borderDash?: number[] } | undefined)?.borderDash;
    return dash === undefined ? label : { ...label, lineDash: dash, lineWidth: 2 };
  });
}

/** Type, ink and lines of the page, for every chart drawn from now on. */
function applyPageStyle(fontFamily: string, read: Read): void {
  const { defaults } = Chart;
  defaults.font.family = fontFamily;
  defaults.font.size = 13;
  defaults.color = read("--ink-soft");
  defaults.borderColor = read("--line");
  defaults.datasets.bar.maxBarThickness = 56;
  // On a phone a school's name would not fit beside its bar.
  defaults.scales.category.ticks.font = ({ chart }) => ({ size: chart.width < NARROW ? 11 : 13 });
  // A legend shows the stroke itself, so that a dashed line is recognised without its colour.
  defaults.plugins.legend.align = "start";
  defaults.plugins.legend.labels.generateLabels = dashedLabels;
  defaults.plugins.legend.labels.usePointStyle = true;
  defaults.plugins.legend.labels.pointStyle = "line";
  defaults.plugins.legend.labels.pointStyleWidth = 32;
}

export interface DrawOptions {
  readonly marks?: ScatterMarks | undefined;
  /** For a picture: as large as its canvas, and drawn at once, so many pixels a pixel of the page. */
  readonly pixelRatio?: number;
}

/** Draws a chart in the colours and the type of the page. The caller destroys it. */
export function drawChart(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration,
  { marks, pixelRatio }: DrawOptions = {},
): Drawing {
  const style = getComputedStyle(canvas);
  const read: Read = (token) => style.getPropertyValue(token).trim();
  applyPageStyle(style.fontFamily, read);
  const resolved = resolveTokens(config, read);
  for (const [index, dataset] of config.data.datasets.entries()) {
    const drawn = resolved.data.datasets[index];
    if (drawn && dataset.backgroundColor === "var(--hatch)") drawn.backgroundColor = hatch(read);
  }
  let marked: number | null = null;
  const placeOf = (index: number): Place | null => {
    const box = marks?.boxes[index];
    if (marks === undefined) return slotOf(chart, index);
    return box === undefined ? null : boxPlace(chart, box);
  };
  const marker: Plugin = {
    id: "hearth-marker",
    afterDraw: ({ ctx }) => {
      const place = marked === null ? null : placeOf(marked);
      if (place !== null) outline(ctx, place, { focus: read("--focus"), halo: read("--surface") });
    },
  };
  const chart = new Chart(canvas, {
    ...resolved,
    plugins: [...(marks === undefined ? [] : [scatterPainter(marks, read)]), marker],
    options: {
      ...resolved.options,
      responsive: pixelRatio === undefined,
      ...(pixelRatio === undefined ? {} : { devicePixelRatio: pixelRatio }),
      maintainAspectRatio: false,
      animation: false,
      // What is pointed at is found and said by the page, for the pointer and the keyboard alike.
      events: [],
    },
  });
  return {
    mark: (index) => {
      if (index === marked) return;
      marked = index;
      chart.draw();
    },
    placeOf,
    width: () => chart.width,
    indexAt: (x, y) => (marks === undefined ? slotAt(chart, x, y) : boxAt(chart, marks, x, y)),
    destroy: () => {
      chart.destroy();
    },
  };
}
