import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requestLocale } from "@/app/(public)/request-locale";
import { translateTo } from "@/lib/i18n/translate";
import { PrintButton } from "@/components/ui/print-button";
import type { Instrument } from "@/lib/instruments/instrument";
import { readPublicQuestions } from "@/lib/services/instruments/read-public-questions";
import { ReaderShell } from "../../reader-shell";
import { QuestionSheet } from "./question-sheet";

interface Request {
  readonly params: Promise<{ instrumentId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** `id.version`, as an instrument is named in addresses; anything else is not asked for. */
const KEY = /^[a-z][a-z0-9-]{1,59}\.\d{1,7}$/;

/** Once for the title and the page. */
const questionsOf = cache(async (key: string): Promise<Instrument> => {
  const instrument = KEY.test(key) ? await readPublicQuestions(key) : null;
  if (instrument === null) notFound();
  return instrument;
});

export async function generateMetadata({ params, searchParams }: Request): Promise<Metadata> {
  // Here too: the title of questions that are not there is that of every missing page.
  await questionsOf((await params).instrumentId);
  const t = translateTo(await requestLocale((await searchParams)["lang"]));
  return { title: t("sheet.title"), referrer: "no-referrer" };
}

/** What students are asked, for their families: without a session or a cookie, and of no class in particular. */
export default async function QuestionsPage({ params, searchParams }: Request) {
  const [{ instrumentId: key }, query] = await Promise.all([params, searchParams]);
  const instrument = await questionsOf(key);
  const locale = await requestLocale(query["lang"]);
  const t = translateTo(locale);
  return (
    <ReaderShell locale={locale} t={t} path={`/questions/${key}`}>
      <div className="mx-auto grid max-w-3xl gap-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-3xl font-semibold">{t("sheet.title")}</h1>
          <div data-print="hide">
            <PrintButton label={t("sheet.print")} />
          </div>
        </div>
        <QuestionSheet instrument={instrument} locale={locale} t={t} />
      </div>
    </ReaderShell>
  );
}
