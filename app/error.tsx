"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** A broken invariant: say so plainly, offer another try, show the reference of the server's log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return (
    <main className="mx-auto grid w-full max-w-lg gap-5 px-4 py-16">
      <h1 className="text-2xl font-semibold">Something went wrong on our side</h1>
      <Notice
        tone="error"
        title="This page could not be shown."
        actions={
          <Button
            onClick={() => {
              retry();
            }}
          >
            Try again
          </Button>
        }
      >
        <p>Nothing was changed by it. If it happens again, tell whoever runs Hearth for you.</p>
        {typeof digest === "string" ? (
          <p className="mt-1 text-sm">
            Reference for them: <span className="font-mono">{digest}</span>
          </p>
        ) : null}
      </Notice>
    </main>
  );
}
