"use client";

import { useEffect } from "react";

/** Says the page's language and direction to the document around it, which is English. */
export function DocumentLanguage({ lang, dir }: { readonly lang: string; readonly dir: string }) {
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dir = dir;
  }, [lang, dir]);
  return null;
}
