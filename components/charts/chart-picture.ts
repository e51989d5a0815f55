import type { ChartParts } from "@/lib/charts/chart-parts";

import { drawChart } from "./chart-runtime";
import { composePicture, DRAWING_WIDTH, PICTURE_RATIO } from "./compose-picture";

/** A chart of Chart.js as a picture: drawn again, in light colours and at one size whatever the window's is. */
export function chartPicture(chart: {
  readonly title: string;
  readonly parts: ChartParts;
  readonly stamp?: string | undefined;
  readonly height: number;
}): Promise<Blob> {
  const { parts, height } = chart;
  return composePicture({
    ...chart,
    twin: parts,
    paint: (pen, stage) => {
      const canvas = document.createElement("canvas");
      canvas.width = DRAWING_WIDTH;
      canvas.height = height;
      canvas.style.cssText = `width:${String(DRAWING_WIDTH)}px;height:${String(height)}px`;
      stage.append(canvas);
      const { config, marks } = parts;
      const drawing = drawChart(canvas, config, { marks, pixelRatio: PICTURE_RATIO });
      pen.drawImage(canvas, 0, 0, DRAWING_WIDTH, height);
      drawing.destroy();
    },
  });
}
