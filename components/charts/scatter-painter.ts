import type { Chart, Plugin } from "chart.js";

import type { ScatterBox, ScatterMarks } from "@/lib/charts/scatter-marks";

import { boxPlace } from "./chart-places";

type Read = (token: string) => string;

/** Draws the flag regions below, and every class as a box with its intervals, in place of Chart.js's points. */
export function scatterPainter(marks: ScatterMarks, read: Read): Plugin {
  return {
    id: "hearth-scatter",
    beforeDatasetsDraw(chart) {
      paintRegions(chart, marks, read);
    },
    afterDatasetsDraw(chart) {
      for (const box of marks.boxes) paintBox(chart, box, read);
    },
  };
}

/** Each region has its own direction of lines, so that where both overlap is seen without colours. */
function paintRegions(chart: Chart, { regions }: ScatterMarks, read: Read): void {
  const { left, right, top, bottom } = chart.chartArea;
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) return;
  const from = Math.min(right, Math.max(left, x.getPixelForValue(regions.ratioFrom)));
  shade(chart, [from, top, right - from, bottom - top], read("--watch-line"), 1);
  if (regions.shareBelow === null) return;
  const below = Math.min(bottom, Math.max(top, y.getPixelForValue(regions.shareBelow)));
  shade(chart, [left, below, right - left, bottom - below], read("--belonging-1"), -1);
}

function shade(
  { ctx: pen }: Chart,
  [x, y, width, height]: readonly [number, number, number, number],
  colour: string,
  slope: 1 | -1,
): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.globalAlpha = 0.1;
  pen.fillStyle = colour;
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 0.45;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let at = -height; at < width + height; at += 14) {
    pen.moveTo(x + at, slope === 1 ? y + height : y);
    pen.lineTo(x + at + height, slope === 1 ? y : y + height);
  }
  pen.stroke();
  pen.globalAlpha = 1;
  pen.strokeRect(x, y, width, height);
  pen.restore();
}

/** A box as wide as chance reaches in attendance and as high as the band; thin lines where answers may also lie. */
function paintBox(chart: Chart, box: ScatterBox, read: Read): void {
  const { ctx: pen, chartArea } = chart;
  const { x, y } = chart.scales;
  if (x === undefined || y === undefined) return;
  const place = boxPlace(chart, box);
  const line = x.getPixelForValue(box.ratio);
  const middle = place.y + place.height / 2;
  pen.save();
  pen.beginPath();
  pen.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
  pen.clip();
  pen.fillStyle = read("--accent");
  pen.globalAlpha = box.flagged ? 0.25 : 0.07;
  pen.fillRect(place.x, place.y, place.width, place.height);
  pen.globalAlpha = 0.9;
  pen.strokeStyle = read(box.flagged ? "--act" : "--accent-strong");
  pen.lineWidth = 1;
  stroke(pen, [place.x, middle], [place.x + place.width, middle]);
  stroke(pen, [line, y.getPixelForValue(box.hiLikely)], [line, y.getPixelForValue(box.loLikely)]);
  // The band itself: the only thing that is certain, and the heaviest line.
  pen.lineWidth = box.flagged ? 5 : 3.5;
  stroke(pen, [line, place.y], [line, place.y + place.height]);
  pen.restore();
}

function stroke(
  pen: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}
