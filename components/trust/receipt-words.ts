import type { Say } from "./trust-words";

/**
 * What the reader's browser says of receipts, put together on the server. `{kept}`, `{counted}` and
 * `{missing}` stay in their places for the browser to fill in: only the device knows its receipts.
 */
export interface ReceiptWords {
  readonly keptNone: string;
  readonly keptOne: string;
  readonly keptMany: string;
  readonly keptLater: string;
  readonly destroyed: string;
  readonly noList: string;
  readonly looking: string;
  readonly lookFailed: string;
  readonly tryAgain: string;
  readonly countedOne: string;
  readonly countedMany: string;
  readonly missingOne: string;
  readonly missingMany: string;
  readonly missingWhat: string;
  readonly own: string;
  readonly counted: string;
  readonly missing: string;
  readonly forget: string;
  readonly forgetHint: string;
  readonly forgotten: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly searchNone: string;
  readonly searchFound: string;
  readonly searchMore: string;
}

export function receiptWords(t: Say): ReceiptWords {
  const kept = "{kept}";
  return {
    keptNone: t("trust.keptNone"),
    keptOne: t("trust.keptOne"),
    keptMany: t("trust.keptMany", { kept }),
    keptLater: t("trust.keptLater"),
    destroyed: t("trust.receiptsDestroyed"),
    noList: t("trust.receiptsNoList"),
    looking: t("trust.looking"),
    lookFailed: t("trust.lookFailed"),
    tryAgain: t("common.tryAgain"),
    countedOne: t("trust.countedOne"),
    countedMany: t("trust.countedMany", { kept, counted: "{counted}" }),
    missingOne: t("trust.missingOne"),
    missingMany: t("trust.missingMany", { kept, missing: "{missing}" }),
    missingWhat: t("trust.missingWhat"),
    own: t("trust.ownReceipts"),
    counted: t("trust.counted"),
    missing: t("trust.missing"),
    forget: t("trust.forget"),
    forgetHint: t("trust.forgetHint"),
    forgotten: t("trust.forgotten"),
    searchLabel: t("trust.searchLabel"),
    searchHint: t("trust.searchHint"),
    searchNone: t("trust.searchNone"),
    searchFound: t("trust.searchFound"),
    searchMore: t("trust.searchMore"),
  };
}

/** "This device keeps 2 receipts of this pulse." */
export function keptWords(words: ReceiptWords, kept: number): string {
  if (kept === 0) return words.keptNone;
  return kept === 1 ? words.keptOne : words.keptMany.replace("{kept}", String(kept));
}

/** "2 of 2 ballots cast on this device were counted." */
export function countedWords(words: ReceiptWords, counted: number, kept: number): string {
  if (kept === 0) return words.keptNone;
  if (kept === 1) return counted === 1 ? words.countedOne : words.missingOne;
  const template = counted === kept ? words.countedMany : words.missingMany;
  return template
    .replace("{counted}", String(counted))
    .replace("{missing}", String(kept - counted))
    .replace("{kept}", String(kept));
}
