import { ballotsWords } from "@/components/trust/trust-words";
import { Card } from "@/components/ui/card";
import type { Proof } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { ExactValue, Folded } from "./sentences";

/** After the seal: ballots in a band, and the hash of the release. */
export function CountedSection({ proof, t }: Reader & { readonly proof: Proof }) {
  const { stage, ballotsEach } = proof;
  if (stage.state !== "sealed") return null;
  const { ballots, releaseHash } = stage;
  return (
    <Card title={t("trust.countTitle")}>
      <div className="grid gap-4">
        <p>
          {ballotsWords(t, ballots)} {t("trust.ballotsEach", { count: ballotsEach })}
        </p>
        <Folded title={t("trust.details")}>
          {releaseHash === null ? (
            <p>{t("trust.releaseUnsalted")}</p>
          ) : (
            <>
              <p>{t("trust.releaseWhat")}</p>
              <ExactValue term={t("trust.releaseTerm")} value={releaseHash} />
              <p>{t("trust.releaseSalt")}</p>
            </>
          )}
        </Folded>
      </div>
    </Card>
  );
}
