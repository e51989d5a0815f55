"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** The link of a new invitation: shown once, because only its hash is kept. */
export function InvitationLink({ link, name }: { readonly link: string; readonly name: string }) {
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
      <Notice tone="good" title={`The invitation for ${name} is ready.`}>
        <div className="grid gap-3">
          <p>
            Copy the link now and pass it on yourself: it is not shown again. Whoever opens it gets
            the account, so send it to {name} only.
          </p>
          <TextField name="link" label="Invitation link" value={link} readOnly />
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
