"use client";

import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** A link with a secret in it: shown once, because only its hash is kept. */
export function OneTimeLink({
  link,
  title,
  label,
  children,
}: {
  readonly link: string;
  readonly title: string;
  /** Of the field that holds the link. */
  readonly label: string;
  /** Whom to give it to, and what it opens. */
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<"yes" | "failed" | null>(null);

  useEffect(() => {
    frame.current?.focus();
    frame.current?.scrollIntoView({ block: "nearest" });
  }, [link]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("yes");
    } catch {
      // Browsers give no clipboard to pages without https: choose the text instead.
      frame.current?.querySelector("input")?.select();
      setCopied("failed");
    }
  }

  return (
    <div ref={frame} tabIndex={-1} role="status" className="rounded-lg outline-none">
      <Notice tone="good" title={title}>
        <div className="grid gap-3">
          <p>{children}</p>
          <TextField name="link" label={label} value={link} readOnly />
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={copy}>
              {copied === "yes" ? <Check aria-hidden /> : <Copy aria-hidden />}
              Copy link
            </Button>
            <span aria-live="polite">
              {copied === "yes" ? "Copied." : null}
              {copied === "failed" ? "The link is selected: press Ctrl+C (⌘C on a Mac)." : null}
            </span>
          </div>
        </div>
      </Notice>
    </div>
  );
}
