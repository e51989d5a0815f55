import { KeptReceipts, ReceiptCheck } from "@/components/trust/receipt-check";
import { receiptWords } from "@/components/trust/receipt-words";
import { Card } from "@/components/ui/card";
import type { ProofStage } from "@/lib/services/waves/read-proof";
import type { Reader } from "./reader";
import { ReceiptList } from "./receipt-list";

/** Receipts: those of this device, which only the browser can find, and the list for everybody. */
export function ReceiptsSection({
  waveId,
  stage,
  shown,
  locale,
  t,
}: Reader & {
  readonly waveId: string;
  readonly stage: ProofStage;
  /** The part of the list that was asked for. */
  readonly shown: string | null;
}) {
  const words = receiptWords(t);
  const lines = stage.state === "sealed" ? stage.listLines : null;
  const url = `/api/proofs/${waveId}`;
  return (
    <Card title={t("trust.receiptsTitle")}>
      <div id="receipts" className="grid gap-4">
        <p>{t("trust.receiptsWhat")}</p>
        {lines === null ? (
          <>
            <p>{noListWords(stage, t)}</p>
            <KeptReceipts waveId={waveId} words={words} note={keptNote(stage, t)} />
          </>
        ) : (
          <>
            <noscript>
              <p>{t("trust.receiptsNoScript")}</p>
            </noscript>
            <ReceiptCheck waveId={waveId} words={words} url={url} />
            <ReceiptList
              waveId={waveId}
              url={url}
              lines={lines}
              shown={shown}
              locale={locale}
              t={t}
            />
          </>
        )}
      </div>
    </Card>
  );
}

function noListWords({ state }: ProofStage, t: Reader["t"]): string {
  switch (state) {
    case "planned":
    case "open":
    case "closed":
      return t("trust.receiptsLater");
    case "destroyed":
      return t("trust.receiptsDestroyed");
    case "sealed":
      return t("trust.receiptsNoList");
  }
}

function keptNote(stage: ProofStage, t: Reader["t"]): string {
  const coming = stage.state !== "destroyed" && stage.state !== "sealed";
  return coming ? t("trust.keptLater") : noListWords(stage, t);
}
