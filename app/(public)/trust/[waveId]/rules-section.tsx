import { auditWords, policyWords } from "@/components/trust/trust-words";
import { Card } from "@/components/ui/card";
import type { Proof, ProofStage } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { ExactValue, Folded, Sentences } from "./sentences";

/** What may be shown of answers, and the test of what is. */
export function RulesSection({ proof, t }: Reader & { readonly proof: Proof }) {
  const { policy, stage } = proof;
  const audit = stage.state === "sealed" ? stage.audit : null;
  return (
    <>
      <Card title={t("trust.rulesTitle")}>
        <Sentences lines={policyWords(t, policy)} />
      </Card>
      <Card title={t("trust.testTitle")}>
        <div className="grid gap-4">
          {testWords(stage, t).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Folded title={t("trust.details")}>
            {audit === null ? null : (
              <>
                <ExactValue term={t("trust.testAttacker")} value={audit.attacker} />
                <ExactValue term={t("trust.testSolver")} value={audit.solver} />
                <ExactValue term={t("trust.testPatterns")} value={String(audit.patterns)} />
              </>
            )}
            <ExactValue term={t("trust.testPolicy")} value={policy.version} />
            <p>{t("trust.testDocs")}</p>
          </Folded>
        </div>
      </Card>
    </>
  );
}

function testWords(stage: ProofStage, t: Reader["t"]): string[] {
  switch (stage.state) {
    case "planned":
    case "open":
    case "closed":
      return [t("trust.testWill")];
    case "destroyed":
      return [t("trust.testNone")];
    case "sealed":
      return auditWords(t, stage.audit);
  }
}
