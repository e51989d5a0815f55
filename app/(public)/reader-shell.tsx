import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { LanguageSwitch } from "@/components/student/language-switch";
import { DocumentLanguage } from "@/components/trust/document-language";
import { type Locale, pageLanguage, textDirection } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";

/** The frame of a page for everybody, in the reader's language and its direction. */
export function ReaderShell({
  locale,
  t,
  path,
  children,
}: {
  readonly locale: Locale;
  readonly t: Translate;
  /** Of this page, for the links to the other languages. */
  readonly path: string;
  readonly children: ReactNode;
}) {
  return (
    <PublicShell
      lang={pageLanguage(locale)}
      dir={textDirection(locale)}
      skipLabel={t("trust.skip")}
      actions={<LanguageSwitch current={locale} label={t("common.chooseLanguage")} path={path} />}
      footer={<p>{t("trust.footer")}</p>}
    >
      <DocumentLanguage lang={pageLanguage(locale)} dir={textDirection(locale)} />
      {children}
    </PublicShell>
  );
}
