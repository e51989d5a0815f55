"use client";

import { Download } from "lucide-react";
import { lazy } from "react";

import { buttonClassName } from "./button-style";
import type { DownloadChoice } from "./download-choice";
import { LoadedOnUse } from "./loaded-on-use";
import { Progress } from "./progress";
import { useDownload } from "./use-download";

const DownloadList = lazy(() =>
  import("./download-list").then((module) => ({ default: module.DownloadList })),
);

/** A button that opens a list of files. Beside it stands that one is being made, or why there is none. */
export function DownloadMenu({
  choices,
  label = "Download",
}: {
  readonly choices: readonly DownloadChoice[];
  readonly label?: string;
}) {
  const { state, start } = useDownload();
  const button = (
    <>
      <Download aria-hidden />
      {label}
    </>
  );
  const own = { button, className: buttonClassName({}) };
  return (
    <div className="grid justify-items-start gap-2">
      <LoadedOnUse popup="menu" {...own}>
        <DownloadList {...own} choices={choices} onFile={start} />
      </LoadedOnUse>
      <div role="status" className="w-full max-w-56 text-sm empty:hidden">
        {state.kind === "making" ? <Progress label={`Making ${state.label} …`} /> : null}
        {state.kind === "failed" ? <span className="text-error">{state.message}</span> : null}
      </div>
    </div>
  );
}
