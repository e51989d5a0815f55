"use client";

import { useEffect } from "react";

/** Says the page's language to the document around it, which is English. */
export function DocumentLanguage({ lang }: { readonly lang: string }) {
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return null;
}
