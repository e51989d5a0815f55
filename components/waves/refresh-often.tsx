"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page's data again every few seconds, while somebody is looking. */
export function RefreshOften({ seconds }: { readonly seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1000);
    return () => {
      clearInterval(timer);
    };
  }, [router, seconds]);
  return null;
}
