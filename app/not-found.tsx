import { Compass } from "lucide-react";
import type { Metadata } from "next";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

/**
 * "Missing" and "not yours to see" look alike from outside, so that an address cannot be probed.
 * No shell around it: this page's styles are sent along with every other page, and a student's
 * phone should not fetch the staff's font for it.
 */
export default function NotFound() {
  return (
    <main className="mx-auto w-full max-w-lg px-4 py-16">
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
    </main>
  );
}
