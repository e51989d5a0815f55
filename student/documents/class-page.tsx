import type { ReactNode } from "react";
import { StudentFlow } from "@/components/student/student-flow";
import { StudentFrame } from "@/components/student/student-frame";
import { buttonClassName } from "@/components/ui/button-style";
import { normaliseCode } from "@/lib/ballots/wire/admission-code";
import type { SpokenHelpLine } from "@/lib/help/help-line";
import type { Locale } from "@/lib/i18n/locales";
import { schoolTime } from "@/lib/i18n/school-time";
import { type Translate, translateTo } from "@/lib/i18n/translate";
import type { ClassPulse } from "@/lib/services/ballots/read-pulse";
import { flowProps } from "./flow-props";
import { ClassCode } from "./class-code";
import type { StudentPage } from "./html-document";

/** A class's pulse for a student: no session, no cookie, nothing kept about who asks. */
export function classPage(
  pulse: ClassPulse,
  lines: readonly SpokenHelpLine[],
  code: string,
  locale: Locale,
): StudentPage {
  const t = translateTo(locale);
  const wrong = pulse.state === "wrong-code";
  const props = pulse.state === "open" ? flowProps(pulse, lines, locale, t) : null;
  return {
    locale,
    title: `${t("join.title")} · ${t("common.appName")}`,
    frame: (content) => (
      <StudentFrame
        locale={locale}
        path={`/s/${encodeURIComponent(code)}`}
        languageLabel={t("common.chooseLanguage")}
        title={wrong ? t("common.appName") : pulse.className}
      >
        {content}
      </StudentFrame>
    ),
    content:
      pulse.state === "open" ? (
        <ScriptNeeded title={t("join.welcome", { className: pulse.className })} t={t} />
      ) : (
        notAsking(pulse, code, locale, t)
      ),
    app: props === null ? null : { element: <StudentFlow {...props} />, props },
  };
}

/** For browsers that run no script, and for those that are too old for this one. */
function ScriptNeeded({ title, t }: { readonly title: string; readonly t: Translate }) {
  const notice = "rounded-lg border border-watch-line bg-watch-soft px-4 py-3.5";
  return (
    <>
      <noscript>
        <style>{"#student{display:none!important}"}</style>
        <h1 className="mb-4 text-2xl font-semibold">{title}</h1>
        <p className={notice}>{t("errors.noJavaScript")}</p>
      </noscript>
      <div data-old-browser className="hidden">
        <p role="alert" className={notice}>
          {t("join.oldBrowser")}
        </p>
      </div>
    </>
  );
}

function notAsking(
  pulse: Exclude<ClassPulse, { state: "open" }>,
  code: string,
  locale: Locale,
  t: Translate,
): ReactNode {
  switch (pulse.state) {
    case "wrong-code":
      return (
        <ClassCode
          title={t("join.checkCode")}
          value={normaliseCode(code)}
          problem={t("errors.classCodeWrong")}
          locale={locale}
          t={t}
        />
      );
    case "not-open":
      return (
        <Waiting
          title={t("join.notOpenTitle")}
          note={pulse.when === null ? null : t("join.timeZone")}
        >
          <p>
            {pulse.when === null
              ? t("errors.notOpenNow")
              : t("join.opensAt", schoolTime(pulse.when, pulse.timeZone, locale))}
          </p>
          <a
            href={`?lang=${locale}`}
            className={buttonClassName({ variant: "primary", size: "lg" })}
          >
            {t("join.lookAgain")}
          </a>
        </Waiting>
      );
    case "closed":
      return (
        <Waiting
          title={t("join.closedTitle")}
          note={pulse.when === null ? null : t("join.timeZone")}
        >
          <p>{t("errors.closed")}</p>
          {pulse.when === null ? null : (
            <p>{t("join.closedAt", schoolTime(pulse.when, pulse.timeZone, locale))}</p>
          )}
          <a href={`/s?lang=${locale}`} className="prose-link py-2">
            {t("join.otherCode")}
          </a>
        </Waiting>
      );
  }
}

function Waiting(props: {
  readonly title: string;
  readonly note: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid gap-5">
      <h1 className="text-2xl font-semibold">{props.title}</h1>
      {props.children}
      {props.note === null ? null : <p className="text-base text-ink-soft">{props.note}</p>}
    </div>
  );
}
