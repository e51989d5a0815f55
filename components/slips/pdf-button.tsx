"use client";

import { Download } from "lucide-react";
import { useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { controlClassName } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { saveFile } from "@/components/ui/save-file";
import { type Paper, PAPERS, type Sheet } from "./sheet";

const PAPER_WORDS: Record<Paper, string> = { a4: "A4", letter: "US Letter" };

/**
 * Makes a PDF of the sheet in the browser: the codes are nowhere else. The program that does it is loaded from
 * this server when it is asked for.
 */
export function PdfButton({ sheet }: { readonly sheet: Sheet }) {
  const id = useId();
  const [paper, setPaper] = useState<Paper>(sheet.paper);
  const [failed, setFailed] = useState(false);
  const [pending, start] = useTransition();
  const make = () => {
    if (pending) return;
    start(async () => {
      setFailed(!(await downloadPdf(sheet, paper)));
    });
  };
  return (
    <>
      <Button loading={pending} onClick={make}>
        <Download aria-hidden />
        {pending ? "Making the PDF…" : "Download as PDF"}
      </Button>
      <span className="flex items-center gap-2">
        <label htmlFor={id} className="text-sm text-ink-soft">
          Paper
        </label>
        <select
          id={id}
          value={paper}
          onChange={(event) => {
            setPaper(PAPERS.find((known) => known === event.target.value) ?? sheet.paper);
          }}
          className={`${controlClassName} w-auto`}
        >
          {PAPERS.map((name) => (
            <option key={name} value={name}>
              {PAPER_WORDS[name]}
            </option>
          ))}
        </select>
      </span>
      {failed ? (
        <FormMessage tone="error">
          The PDF could not be made. Reload nothing: the codes would be gone. Print the sheet
          instead.
        </FormMessage>
      ) : null}
    </>
  );
}

async function downloadPdf(sheet: Sheet, paper: Paper): Promise<boolean> {
  try {
    const [{ drawSlips }, { canvasPainter }] = await Promise.all([
      import("./draw-slips"),
      import("./canvas-painter"),
    ]);
    const bytes = await drawSlips(sheet, paper, canvasPainter());
    const title = sheet.classTitle.replace(/[^\p{L}\p{N} -]+/gu, "-");
    saveFile(new Blob([new Uint8Array(bytes)], { type: "application/pdf" }), `slips ${title}.pdf`);
    return true;
  } catch {
    return false;
  }
}
