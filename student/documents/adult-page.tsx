import { AdultContent, type AdultView } from "@/components/student/adult-content";
import { helpFor } from "@/components/student/help-for";
import { StudentFrame } from "@/components/student/student-frame";
import type { SpokenHelpLine } from "@/lib/help/help-line";
import type { Locale } from "@/lib/i18n/locales";
import { translateTo } from "@/lib/i18n/translate";
import type { AdultClass } from "@/lib/services/adults/read-adult-form";
import { classPage } from "./class-page";
import type { StudentPage } from "./html-document";

/** What the page answers: the form, that it was sent, that it is off, or that there is no such class. */
export type AdultAnswer = (AdultView & AdultClass) | { readonly state: "wrong-code" };

/** The page about asking for an adult, which brings no script at all. */
export function adultPage(
  answer: AdultAnswer,
  {
    code,
    lines,
    locale,
  }: {
    readonly code: string;
    readonly lines: readonly SpokenHelpLine[];
    readonly locale: Locale;
  },
): StudentPage {
  if (answer.state === "wrong-code") {
    return classPage({ state: "wrong-code" }, lines, code, locale);
  }
  const t = translateTo(locale);
  const { className, joinCode, timeZone } = answer;
  return {
    locale,
    title: `${t(answer.state === "sent" ? "adult.sent" : "adult.title")} · ${t("common.appName")}`,
    frame: (content) => (
      <StudentFrame
        locale={locale}
        path={`/s/${joinCode}/adult`}
        languageLabel={t("common.chooseLanguage")}
        title={className}
      >
        {content}
      </StudentFrame>
    ),
    content: (
      <AdultContent
        view={answer}
        className={className}
        joinCode={joinCode}
        locale={locale}
        help={helpFor({ lines, locale, timeZone }, t)}
        t={t}
      />
    ),
    app: null,
  };
}
