import type { ReactNode } from "react";
import { StudentShell } from "@/components/layout/student-shell";
import type { Locale } from "@/lib/i18n/locales";
import { LanguageSwitch } from "./language-switch";

/** The frame of each student page: which class, and in which language. */
export function StudentFrame({
  locale,
  path,
  languageLabel,
  title,
  children,
}: {
  readonly locale: Locale;
  readonly path: string;
  readonly languageLabel: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <StudentShell
      header={
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p className="font-semibold text-ink">{title}</p>
          <LanguageSwitch current={locale} label={languageLabel} path={path} />
        </div>
      }
    >
      {children}
    </StudentShell>
  );
}
