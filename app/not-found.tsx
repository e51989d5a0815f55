import { Compass } from "lucide-react";
import type { Metadata } from "next";

import { PublicShell } from "@/components/layout/public-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

/** "Missing" and "not yours to see" look alike from outside, so that an address cannot be probed. */
export default function NotFound() {
  return (
    <PublicShell narrow>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title="There is nothing to see here"
        actions={
          <LinkButton href="/" variant="primary">
            To the front page
          </LinkButton>
        }
      >
        The page does not exist, or your account does not include it. If someone sent you the link,
        ask them to check it.
      </EmptyState>
    </PublicShell>
  );
}
