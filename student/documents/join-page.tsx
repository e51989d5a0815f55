import { StudentFrame } from "@/components/student/student-frame";
import { checkCode } from "@/lib/ballots/wire/admission-code";
import type { Locale } from "@/lib/i18n/locales";
import { translateTo } from "@/lib/i18n/translate";
import { ClassCode } from "./class-code";
import type { StudentPage } from "./html-document";

/** Where a student types the class code that is on the board; works without a script. */
export function joinPage(code: string | undefined, locale: Locale): StudentPage {
  const t = translateTo(locale);
  const checked = code === undefined ? null : checkCode("join", code);
  return {
    ...plainPage(locale, "/s"),
    content: (
      <ClassCode
        title={t("join.title")}
        value={code ?? ""}
        problem={
          checked?.ok === false
            ? t(checked.code === "empty" ? "join.codeMissing" : "join.codeMistyped")
            : undefined
        }
        locale={locale}
        t={t}
      />
    ),
  };
}

/** Kept by the page's worker, for a class that was never opened on this device and a network that is gone. */
export function noNetworkPage(locale: Locale): StudentPage {
  const t = translateTo(locale);
  return {
    ...plainPage(locale, "/s/no-network"),
    title: `${t("offline.noPageTitle")} · ${t("common.appName")}`,
    content: (
      <div className="grid gap-4">
        <h1 className="text-2xl font-semibold">{t("offline.noPageTitle")}</h1>
        <p>{t("offline.noPage")}</p>
      </div>
    ),
  };
}

function plainPage(locale: Locale, path: string): StudentPage {
  const t = translateTo(locale);
  return {
    locale,
    title: `${t("join.title")} · ${t("common.appName")}`,
    frame: (content) => (
      <StudentFrame
        locale={locale}
        path={path}
        languageLabel={t("common.chooseLanguage")}
        title={t("common.appName")}
      >
        {content}
      </StudentFrame>
    ),
    app: null,
  };
}
