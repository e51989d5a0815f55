import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { translateTo } from "@/lib/i18n/translate";
import { requestLocale } from "../../request-locale";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { type Proof, readProof } from "@/lib/services/waves/read-proof";
import { ReaderShell } from "../../reader-shell";
import { CountedSection } from "./counted-section";
import { KeysSection } from "./keys-section";
import { Opening } from "./opening";
import { PromisesSection } from "./promises-section";
import { ReceiptsSection } from "./receipts-section";
import { RulesSection } from "./rules-section";

interface Request {
  readonly params: Promise<{ waveId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Once for the title and the page. */
const proofOf = cache(async (waveId: string): Promise<Proof> => {
  const proof = isUuid(waveId) ? await readProof(waveId) : null;
  if (proof === null) notFound();
  return proof;
});

export async function generateMetadata({ params, searchParams }: Request): Promise<Metadata> {
  // Here too: the title of a pulse that is not there is that of every missing page.
  await proofOf((await params).waveId);
  const t = translateTo(await requestLocale((await searchParams)["lang"]));
  return { title: t("trust.title"), referrer: "no-referrer" };
}

/** What is promised of a pulse, and afterwards the proof: for everybody, without a session or a cookie. */
export default async function TrustPage({ params, searchParams }: Request) {
  const [{ waveId }, query] = await Promise.all([params, searchParams]);
  const proof = await proofOf(waveId);
  const locale = await requestLocale(query["lang"]);
  const t = translateTo(locale);
  const reader = { locale, t };
  const shown = typeof query["list"] === "string" ? query["list"] : null;
  return (
    <ReaderShell locale={locale} t={t} path={`/trust/${waveId}`}>
      <div className="mx-auto grid max-w-3xl gap-6 text-base sm:gap-8">
        <Opening proof={proof} {...reader} />
        <PromisesSection proof={proof} {...reader} />
        <ReceiptsSection waveId={waveId} stage={proof.stage} shown={shown} {...reader} />
        <KeysSection waveId={waveId} proof={proof} {...reader} />
        <CountedSection proof={proof} {...reader} />
        <RulesSection proof={proof} {...reader} />
      </div>
    </ReaderShell>
  );
}
