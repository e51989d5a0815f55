import type { Translate } from "@/lib/i18n/translate";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { type Locale, pageLanguage, textDirection } from "@/lib/i18n/locales";
import { isRotating, questionsEach } from "@/lib/instruments/forms";
import { type Instrument, type Item, sayIn } from "@/lib/instruments/instrument";
import { exampleBand } from "@/components/insight/example-band";
import { TeacherExample } from "./teacher-example";

/** Every question of an instrument with its answers, as a student reads them, and what becomes of the answers. */
export function QuestionSheet({
  instrument,
  locale,
  t,
}: {
  readonly instrument: Instrument;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { items, lead, scale } = instrument;
  const example = exampleBand(instrument, FLOOR_POLICY, locale, t);
  return (
    <article
      lang={pageLanguage(locale)}
      dir={textDirection(locale)}
      className="grid max-w-prose gap-4 text-start"
    >
      <h2 className="text-2xl font-semibold">{sayIn(instrument.title, locale).said}</h2>
      <p>{t("sheet.what")}</p>
      {isRotating(instrument) ? (
        <p>{t("sheet.some", { each: questionsEach(instrument), all: items.length })}</p>
      ) : null}
      <p>
        {t("sheet.before")} <span className="font-medium">“{sayIn(lead, locale).said}”</span>
      </p>
      <p>
        {t("sheet.answers")} <Answers labels={sayIn(scale.labels, locale).said} />
      </p>
      <ol className="grid list-decimal gap-3 ps-7">
        {items.map((item) => (
          <Question key={item.id} item={item} locale={locale} t={t} />
        ))}
      </ol>
      <p>{t("sheet.free")}</p>
      <p>{t("sheet.more")}</p>
      <section aria-labelledby="sees" className="grid gap-3">
        <h3 id="sees" className="text-lg font-semibold">
          {t("sheet.seesTitle")}
        </h3>
        <p>{t("sheet.sees", { minimum: FLOOR_POLICY.k })}</p>
        {example === null ? null : <TeacherExample title={t("sheet.example")} example={example} />}
        <p>{t("notice.nobody")}</p>
        <p>{t("notice.sealed")}</p>
      </section>
    </article>
  );
}

function Question({
  item: { text, construct, scale },
  locale,
  t,
}: {
  readonly item: Item;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  return (
    <li className="break-inside-avoid ps-1">
      <p className="font-medium">{sayIn(text, locale).said}</p>
      {scale === undefined ? null : (
        <p>
          {t("sheet.answers")} <Answers labels={sayIn(scale.labels, locale).said} />
        </p>
      )}
      <p className="text-sm text-ink-soft">
        {t("sheet.about", { topic: t(`topics.${construct}`) })}
      </p>
    </li>
  );
}

function Answers({ labels }: { readonly labels: readonly string[] }) {
  return <span className="font-medium">{labels.join(" · ")}</span>;
}
