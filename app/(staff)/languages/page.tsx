import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LanguageName } from "@/components/ui/language-name";
import { PageHeader } from "@/components/ui/page-header";
import { type Locale, LOCALE_ENGLISH } from "@/lib/i18n/locales";
import type { TranslationState } from "@/lib/i18n/translation-state";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readTranslations } from "@/lib/services/translations/read-translations";
import { ReviewForm, WithdrawReview } from "./review-form";

export const metadata: Metadata = { title: "Languages" };

/** The languages that students can choose, and whether somebody who speaks them has read the translation. */
export default async function LanguagesPage() {
  const read = await readTranslations(serviceContext(await requireStaff()));
  if (!read.ok) notFound();
  const { languages, mayReview } = read.value;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: "Questions", href: "/instruments" }]} />}
        title="Languages"
        description="Students choose among these by the language’s own name. Hearth’s translations come without a native speaker’s review: have somebody who speaks the language read it before you rely on it, and say so here. A text that changes later needs a new reading."
      />
      <ul className="grid gap-4 lg:grid-cols-2">
        {languages.map(({ locale, state }) => (
          <li key={locale} className="grid">
            <Language locale={locale} state={state} mayReview={mayReview} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Language({
  locale,
  state,
  mayReview,
}: {
  readonly locale: Locale;
  readonly state: TranslationState;
  readonly mayReview: boolean;
}) {
  return (
    <Card
      title={
        <>
          {LOCALE_ENGLISH[locale]}
          {locale === "en" ? null : (
            <span className="ms-2 font-normal text-ink-soft">
              <LanguageName locale={locale} />
            </span>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2">
          <State state={state} />
        </p>
        {!mayReview || state.state === "source" ? null : state.state === "reviewed" ? (
          <WithdrawReview locale={locale} />
        ) : (
          <details>
            <summary className="min-h-11 py-2 text-link">It was reviewed</summary>
            <div className="mt-2">
              <ReviewForm locale={locale} language={LOCALE_ENGLISH[locale]} />
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}

function State({ state }: { readonly state: TranslationState }) {
  switch (state.state) {
    case "source":
      return <Badge tone="good">The source</Badge>;
    case "not-reviewed":
      return <Badge tone="watch">Not reviewed</Badge>;
    case "reviewed":
      return (
        <>
          <Badge tone="good">Reviewed</Badge>
          <span className="text-sm text-ink-soft">
            by {state.reviewer}, {state.on}
          </span>
        </>
      );
    case "outdated":
      return (
        <>
          <Badge tone="watch">Changed since its review</Badge>
          <span className="text-sm text-ink-soft">
            by {state.reviewer}, {state.on}
          </span>
        </>
      );
  }
}
