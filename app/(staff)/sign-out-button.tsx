"use client";

import { Button } from "@/components/ui/button";

/** Ends the session and goes back to the front page. What does it loads when it is pressed: it is on every page. */
export function SignOutButton() {
  return (
    <Button
      variant="quiet"
      onClick={() =>
        void import("next-auth/react").then(({ signOut }) => signOut({ callbackUrl: "/" }))
      }
    >
      Sign out
    </Button>
  );
}
