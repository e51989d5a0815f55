"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClassName } from "@/components/ui/field";

/** The notice as plain text: a button where the browser lets a page copy, and the text itself where it does not. */
export function CopyText({
  text,
  lang,
  dir,
}: {
  readonly text: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
}) {
  const [said, setSaid] = useState("");
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      // Without HTTPS browsers have no clipboard for pages.
      setSaid("This browser does not let a page copy. Select the text and copy it.");
    }
  }
  return (
    <details className="rounded-lg border border-line bg-surface px-4 py-2 sm:px-6">
      <summary className="min-h-11 py-2.5 font-medium">
        The same as text, to paste into a message
      </summary>
      <div className="grid gap-3 pb-3">
        <textarea
          readOnly
          rows={10}
          aria-label="The notice as text"
          lang={lang}
          dir={dir}
          value={text}
          className={controlClassName}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => void copy()}>Copy the text</Button>
          <p role="status" className="text-sm text-ink-soft">
            {said}
          </p>
        </div>
      </div>
    </details>
  );
}
