import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  type LegendItem,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";

import { resolveTokens } from "./resolve-tokens";

// Loaded when the first chart comes into view; only what our charts draw with.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

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
  defaults.plugins.tooltip.backgroundColor = read("--ink");
  defaults.plugins.tooltip.titleColor = read("--paper");
  defaults.plugins.tooltip.bodyColor = read("--paper");
  defaults.plugins.tooltip.padding = 10;
  defaults.datasets.bar.maxBarThickness = 56;
  // A legend shows the stroke itself, so that a dashed line is recognised without its colour.
  defaults.plugins.legend.align = "start";
  defaults.plugins.legend.labels.generateLabels = dashedLabels;
  defaults.plugins.legend.labels.usePointStyle = true;
  defaults.plugins.legend.labels.pointStyle = "line";
  defaults.plugins.legend.labels.pointStyleWidth = 32;
}

/** The diagonal lines that mark what is withheld everywhere on the page, as a fill for a canvas. */
function hatch(read: Read): CanvasPattern | string {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  if (pen === null) return read("--hatch");
  pen.fillStyle = read("--sunken");
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = read("--hatch");
  pen.lineWidth = 1.5;
  for (const offset of [-size, 0, size]) {
    pen.moveTo(offset, size);
    pen.lineTo(offset + size, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat") ?? read("--hatch");
}

/** Draws a chart in the colours and the type of the page. The caller destroys it. */
export function drawChart(canvas: HTMLCanvasElement, config: ChartConfiguration): Chart {
  const style = getComputedStyle(canvas);
  const read: Read = (token) => style.getPropertyValue(token);
  applyPageStyle(style.fontFamily, read);
  const resolved = resolveTokens(config, read);
  for (const [index, dataset] of config.data.datasets.entries()) {
    const drawn = resolved.data.datasets[index];
    if (drawn && dataset.backgroundColor === "var(--hatch)") drawn.backgroundColor = hatch(read);
  }
  return new Chart(canvas, {
    ...resolved,
    options: {
      ...resolved.options,
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
    },
  });
}
