import { type Locale, regionalLocale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translate";
import { AskAdultForm } from "./ask-adult-form";
import { AskedAdult, BackLink } from "./asked-adult";
import { HelpBox } from "./help-box";
import type { HelpEntry } from "./help-for";

/** What the page about asking for an adult shows. */
export type AdultView =
  | { readonly state: "off" }
  | { readonly state: "sent"; readonly people: readonly string[] }
  | {
      readonly state: "form";
      readonly people: readonly string[];
      readonly typed: { readonly name: string; readonly message: string };
      readonly problems: {
        readonly name?: "missing" | "too-long";
        readonly message?: "too-long";
        readonly form?: "too-many" | "failed";
      };
    };

/** The address of the form of a class, in a language. */
export function adultPath(joinCode: string, locale: Locale): string {
  return `/s/${joinCode}/adult?lang=${locale}`;
}

/** The form, that it was sent, or that nobody receives it; in one language, without a script. */
export function AdultContent({
  view,
  className,
  joinCode,
  locale,
  help,
  t,
}: {
  readonly view: AdultView;
  readonly className: string;
  readonly joinCode: string;
  readonly locale: Locale;
  readonly help: readonly HelpEntry[];
  readonly t: Translate;
}) {
  const back = { href: `/s/${joinCode}?lang=${locale}`, words: t("adult.back") };
  const box = <HelpBox title={t("help.title")} entries={help} adult={null} />;
  if (view.state === "off") {
    return (
      <AskedAdult title={t("adult.title")} text={t("adult.off")} back={back}>
        {box}
      </AskedAdult>
    );
  }
  const people = namesTogether(view.people, locale);
  if (view.state === "sent") {
    return (
      <AskedAdult title={t("adult.sent")} text={t("adult.sentText", { people })} back={back}>
        {box}
      </AskedAdult>
    );
  }
  return (
    <div className="grid gap-8">
      <AskAdultForm
        action={adultPath(joinCode, locale)}
        className={className}
        typed={view.typed}
        problems={problemWords(view.problems, t)}
        words={{
          title: t("adult.title"),
          named: t("adult.named"),
          apart: t("adult.apart"),
          readers: t("adult.readers", { people }),
          notNow: t("adult.notNow"),
          name: t("adult.name"),
          class: t("adult.class"),
          message: t("adult.message"),
          messageHint: t("adult.messageHint"),
          send: t("adult.send"),
        }}
      />
      {box}
      <BackLink {...back} />
    </div>
  );
}

/** "Ms. Elm and Mr. Ray": how a language joins names is the language's own. Of Haitian Creole it is not known here. */
function namesTogether(names: readonly string[], locale: Locale): string {
  if (locale === "ht") return names.join(", ");
  return new Intl.ListFormat(regionalLocale(locale), { type: "conjunction" }).format(names);
}

function problemWords(
  { name, message, form }: Extract<AdultView, { state: "form" }>["problems"],
  t: Translate,
) {
  return {
    name:
      name === undefined
        ? undefined
        : t(name === "missing" ? "adult.nameMissing" : "adult.tooLong"),
    message: message === undefined ? undefined : t("adult.tooLong"),
    form:
      form === undefined ? undefined : t(form === "too-many" ? "adult.tooMany" : "adult.failed"),
  };
}
