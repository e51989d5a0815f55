import { Card } from "@/components/ui/card";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import type { Proof } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { ExactValue, Folded } from "./sentences";

/** The manifest: the same signs for everybody, to compare with what is on paper. */
export function KeysSection({
  waveId,
  proof,
  t,
}: Reader & { readonly waveId: string; readonly proof: Proof }) {
  const { manifestHash, margins } = proof;
  return (
    <Card title={t("trust.keysTitle")}>
      <div className="grid gap-4">
        <p>{t("trust.keysWhat")}</p>
        <p className="font-mono text-xl font-semibold tracking-wide sm:text-2xl">
          {shortHash(manifestHash)}
        </p>
        <p>
          {t("trust.keysCompare")} {t("trust.keysDiffer")}
        </p>
        <Folded title={t("trust.details")}>
          <ExactValue term={t("trust.manifestTerm")} value={manifestHash} />
          <p>
            {t("trust.manifestWhat")} {t("trust.manifestMargins", { count: margins })}
          </p>
          <p>{t("trust.manifestPhone")}</p>
          <p>
            <a href={`/api/manifests/${waveId}`} className="prose-link py-1">
              {t("trust.manifestLink")}
            </a>
          </p>
        </Folded>
      </div>
    </Card>
  );
}
