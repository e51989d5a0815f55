import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from "chart.js";

import { resolveTokens } from "./chart-spec";

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

/** Draws a chart in the colours and the type of the page. The caller destroys it. */
export function drawChart(canvas: HTMLCanvasElement, config: ChartConfiguration): Chart {
  const style = getComputedStyle(canvas);
  const read = (token: string) => style.getPropertyValue(token);
  Chart.defaults.font.family = style.fontFamily;
  Chart.defaults.font.size = 13;
  Chart.defaults.color = read("--ink-soft");
  Chart.defaults.borderColor = read("--line");
  Chart.defaults.plugins.tooltip.backgroundColor = read("--ink");
  Chart.defaults.plugins.tooltip.titleColor = read("--paper");
  Chart.defaults.plugins.tooltip.bodyColor = read("--paper");
  Chart.defaults.plugins.tooltip.padding = 10;
  const resolved = resolveTokens(config, read);
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
