"use client";

import { signOut } from "next-auth/react";
import { Button } from "@/components/ui/button";

/** Ends the session and goes back to the front page. */
export function SignOutButton() {
  return (
    <Button variant="quiet" onClick={() => void signOut({ callbackUrl: "/" })}>
      Sign out
    </Button>
  );
}
