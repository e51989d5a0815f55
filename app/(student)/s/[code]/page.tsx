import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ClassCodeForm } from "@/components/student/class-code-form";
import { StudentFrame } from "@/components/student/student-frame";
import { buttonClassName } from "@/components/ui/button-style";
import { normaliseCode } from "@/lib/ballots/wire/admission-code";
import type { Locale } from "@/lib/i18n/locales";
import { type ClassPulse, readClassPulse } from "@/lib/services/ballots/read-pulse";
import { requestLocale, schoolTime, type Translate, translateTo } from "../../words";
import { OpenPulse } from "./open-pulse";

interface Request {
  readonly params: Promise<{ code: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Request): Promise<Metadata> {
  const t = translateTo(await requestLocale((await searchParams)["lang"]));
  return { title: t("join.title"), referrer: "no-referrer" };
}

/** A class's pulse for a student: no session, no cookie, nothing kept about who asks. */
export default async function ClassPulsePage({ params, searchParams }: Request) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const locale = await requestLocale(query["lang"]);
  const t = translateTo(locale);
  const pulse = await readClassPulse(new Date(), code);
  return (
    <StudentFrame
      locale={locale}
      path={`/s/${encodeURIComponent(code)}`}
      languageLabel={t("common.chooseLanguage")}
      title={pulse.state === "wrong-code" ? t("common.appName") : pulse.className}
    >
      {content(pulse, code, locale, t)}
    </StudentFrame>
  );
}

function content(pulse: ClassPulse, code: string, locale: Locale, t: Translate): ReactNode {
  switch (pulse.state) {
    case "wrong-code":
      return (
        <div className="grid gap-6">
          <h1 className="text-2xl font-semibold">{t("join.checkCode")}</h1>
          <ClassCodeForm
            words={{
              label: t("join.classCodeLabel"),
              hint: t("join.classCodeHint"),
              submit: t("join.continue"),
            }}
            lang={locale}
            value={normaliseCode(code).slice(0, 20)}
            problem={t("errors.classCodeWrong")}
          />
        </div>
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
          {/* A whole new request, which a client-side link would answer from its memory. */}
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
    case "open":
      return <OpenPulse pulse={pulse} locale={locale} t={t} />;
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
