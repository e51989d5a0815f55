"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

/** A broken invariant on a staff page: say so inside the frame, offer another try, show the log's reference. */
export default function StaffError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return (
    <div className="grid max-w-2xl gap-5">
      <h1 className="text-2xl font-semibold">Something went wrong on our side</h1>
      <div role="alert">
        <Notice
          tone="error"
          title="This page could not be shown."
          actions={
            <>
              <Button
                onClick={() => {
                  retry();
                }}
              >
                Try again
              </Button>
              <LinkButton href="/home" prefetch={false} variant="quiet">
                To your first page
              </LinkButton>
            </>
          }
        >
          <p>Nothing was changed by it. If it happens again, tell whoever runs Hearth for you.</p>
          {typeof digest === "string" ? (
            <p className="mt-1 text-sm">
              Reference for them: <span className="font-mono">{digest}</span>
            </p>
          ) : null}
        </Notice>
      </div>
    </div>
  );
}
