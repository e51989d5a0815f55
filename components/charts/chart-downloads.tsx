"use client";

import { Download } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { chartCsv, chartFileName } from "@/lib/charts/chart-files";
import type { ChartTwin } from "@/lib/charts/chart-parts";

export interface ChartDownloadsProps {
  readonly title: string;
  readonly twin: ChartTwin;
  readonly stamp?: string | undefined;
  /** Makes the picture; loaded when it is asked for. */
  readonly picture: () => Promise<Blob>;
}

/** The chart as a picture and its table as a file. Both are made in the browser from what the page shows. */
export function ChartDownloads({ title, twin, stamp, picture }: ChartDownloadsProps) {
  const [failed, setFailed] = useState(false);
  const savePicture = () => {
    setFailed(false);
    picture().then(
      (blob) => {
        saveFile(blob, chartFileName(title, "png"));
      },
      () => {
        setFailed(true);
      },
    );
  };
  const saveTable = () => {
    const blob = new Blob([chartCsv(twin, stamp)], { type: "text/csv;charset=utf-8" });
    saveFile(blob, chartFileName(title, "csv"));
  };
  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-1">
      <Button variant="quiet" size="sm" aria-label={`PNG: ${title}`} onClick={savePicture}>
        <Download aria-hidden />
        PNG
      </Button>
      <Button variant="quiet" size="sm" aria-label={`CSV: ${title}`} onClick={saveTable}>
        <Download aria-hidden />
        CSV
      </Button>
      <span role="status" className="text-sm text-error">
        {failed ? "The picture could not be made. The table has the same numbers." : ""}
      </span>
    </div>
  );
}
