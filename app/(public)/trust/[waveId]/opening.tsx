import { ArrowRight } from "lucide-react";
import { dayWords } from "@/components/trust/trust-words";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { Sentences } from "./sentences";

/** Which pulse this is, where it stands, and what comes. */
export function Opening({ proof, locale, t }: Reader & { readonly proof: Proof }) {
  const { state } = proof.stage;
  const coming = state === "planned" || state === "open" || state === "closed";
  return (
    <>
      <header className="grid gap-3">
        <p className="font-medium text-ink-soft">{proof.title}</p>
        <h1 className="text-2xl font-semibold text-balance sm:text-3xl">{t("trust.title")}</h1>
        <p className="text-lg">{stateWords({ proof, locale, t })}</p>
      </header>
      {coming ? (
        <Card title={t("trust.nextTitle")}>
          <Sentences
            icon={ArrowRight}
            lines={[
              ...(state === "closed" ? [] : [t("trust.nextClose")]),
              t("trust.nextCount"),
              t("trust.nextDestroy"),
              t("trust.nextList"),
            ]}
          />
        </Card>
      ) : null}
    </>
  );
}

function stateWords({ proof, locale, t }: Reader & { readonly proof: Proof }): string {
  const { stage } = proof;
  const date = dayWords(proof.closesOn, locale);
  switch (stage.state) {
    case "planned":
      return t("trust.planned", { date: dayWords(proof.opensOn, locale) });
    case "open":
      return t("trust.open", { date });
    case "closed": {
      const { percent } = stage;
      const waiting =
        proof.holders === null ? t("trust.closedWaiting") : t("trust.closedHolders", proof.holders);
      const far = percent === null ? waiting : t("trust.closedPercent", { percent });
      return `${t("trust.closed", { date })} ${far}`;
    }
    case "destroyed":
      return t("trust.destroyed", { date });
    case "sealed":
      return stage.sealedOn === proof.closesOn
        ? t("trust.sealedSameDay", { date })
        : t("trust.sealed", { date, sealed: dayWords(stage.sealedOn, locale) });
  }
}
