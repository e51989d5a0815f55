import { CircleAlert } from "lucide-react";
import { limitWords, promiseWords } from "@/components/trust/trust-words";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/lib/services/waves/read-proof";
import { nominatorsFrom } from "@/lib/network/nomination-rules";
import { textsFrom } from "@/lib/texts/publish-texts";
import type { Reader } from "./reader";
import { Sentences } from "./sentences";

/** What is promised and what is not, of the same size: a promise without its limits is an advertisement. */
export function PromisesSection({ proof, t }: Reader & { readonly proof: Proof }) {
  const wordsFrom = proof.words ? textsFrom(proof.policy) : null;
  const nominationsFrom = proof.nominations ? nominatorsFrom(proof.policy) : null;
  const opened = proof.stage.state !== "destroyed";
  return (
    <>
      <Card title={t("trust.promiseTitle")}>
        <Sentences lines={promiseWords(t, { ...proof, opened, wordsFrom, nominationsFrom })} />
      </Card>
      <Card title={t("trust.limitsTitle")}>
        <Sentences icon={CircleAlert} lines={limitWords(t, proof)} />
      </Card>
    </>
  );
}
