"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useRef, useState } from "react";

import { Button } from "@/components/ui/button";
import { FileField } from "@/components/ui/file-field";
import { FormMessage } from "@/components/ui/form-message";
import { Progress } from "@/components/ui/progress";

import { packFiles, sendUpload } from "./send-upload";

/** Chooses a file, sends it with a bar that shows how far it is, and goes on to what it would change. */
export function UploadForm({
  kind,
  label,
  hint,
  accept,
  multiple = false,
  button,
  goTo,
}: {
  readonly kind: "roster" | "attendance" | "calendar" | "demographics" | "participation";
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly button: string;
  /** Page that shows a staged upload; its id is added. */
  readonly goTo: string;
}) {
  const router = useRouter();
  const message = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);

  async function upload(files: readonly File[]): Promise<void> {
    setError(null);
    setShare(0);
    const outcome = await packFiles(files)
      .then((packed) => sendUpload(kind, packed, setShare))
      .catch(() => ({ ok: false as const, message: "The files could not be read." }));
    if (outcome.ok) {
      router.push(`${goTo}/${outcome.id}`);
      return;
    }
    setShare(null);
    setError(outcome.message);
    requestAnimationFrame(() => message.current?.focus());
  }

  function handleSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const files = new FormData(event.currentTarget)
      .getAll("file")
      .filter((file): file is File => file instanceof File && file.name !== "");
    if (files.length === 0) setError("Choose a file first.");
    else void upload(files);
  }

  const busy = share !== null;
  return (
    <form onSubmit={handleSubmit} className="grid gap-5" aria-busy={busy}>
      {error === null ? null : (
        <FormMessage ref={message} tone="error">
          {error}
        </FormMessage>
      )}
      <FileField name="file" label={label} hint={hint} accept={accept} multiple={multiple} />
      {busy ? (
        <Progress
          label={share < 1 ? "Sending the file" : "Reading the file"}
          {...(share < 1 ? { value: share * 100 } : {})}
          valueText={share < 1 ? `${Math.round(share * 100)}%` : "This can take a minute"}
        />
      ) : null}
      <div>
        <Button type="submit" variant="primary" loading={busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}
