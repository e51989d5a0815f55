import type { Policy } from "@/lib/disclosure/policy";
import type { Rung } from "@/lib/disclosure/rungs";
import { type Locale, regionalLocale } from "@/lib/i18n/locales";
import type { MessageKey } from "@/lib/i18n/messages";
import type { Admission } from "@/lib/waves/options";

/** Says a message in the reader's language. */
export type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

/** A day (YYYY-MM-DD) with its year: "Friday, May 8, 2026". */
export function dayWords(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(regionalLocale(locale), {
    dateStyle: "full",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** What is promised, in short sentences. */
export function promiseWords(
  t: Say,
  proof: {
    readonly opened: boolean;
    /** Slips have names. */
    readonly byName: boolean;
    /** How students get in. */
    readonly admission: Admission;
    /** Who holds the key between them; null where the server does. */
    readonly holders: { readonly of: number; readonly needed: number } | null;
    /** Students may write a few words: shown from so many who answer; null where they may not. */
    readonly wordsFrom: number | null;
    /** Larger classes are asked for nominations, shown from so many who take part; null where none is. */
    readonly nominationsFrom: number | null;
  },
): string[] {
  const { opened, holders, wordsFrom, nominationsFrom } = proof;
  return [
    t("trust.promiseNobody"),
    t("trust.promiseNoLink"),
    t(wayIn(proof)),
    ...(opened ? [t("trust.promiseOnce")] : []),
    ...(holders === null ? [] : [t("trust.promiseHolders", holders)]),
    ...(wordsFrom === null ? [] : [t("trust.promiseWords", { minimum: wordsFrom })]),
    ...(nominationsFrom === null
      ? []
      : [
          t("trust.promiseNominations"),
          t("trust.promiseNominationsShown", { minimum: nominationsFrom }),
        ]),
    t("trust.promiseRules"),
  ];
}

/** Which slips let students in, and why they have names if they have. */
function wayIn(proof: { readonly byName: boolean; readonly admission: Admission }): MessageKey {
  if (proof.admission === "roster") return "slip.roster";
  return proof.byName ? "slip.named" : "slip.byChance";
}

/** What is not. docs/privacy.md has each of these at length. */
export function limitWords(
  t: Say,
  {
    byName,
    admission,
    words,
    nominations,
  }: {
    readonly byName: boolean;
    readonly admission: Admission;
    readonly words: boolean;
    readonly nominations: boolean;
  },
): string[] {
  return [
    t("trust.limitServer"),
    t("trust.limitMany"),
    t(whoTookPart({ byName, admission })),
    ...(words ? [t("trust.limitWords")] : []),
    ...(nominations ? [t("trust.limitNominations"), t("trust.limitPosing")] : []),
    t("trust.limitRange"),
    t("trust.limitTwo"),
    t("trust.limitShared"),
  ];
}

/** Who can find out that somebody took part. */
function whoTookPart(proof: {
  readonly byName: boolean;
  readonly admission: Admission;
}): MessageKey {
  if (proof.admission === "roster") return "slip.limitRoster";
  return proof.byName ? "trust.limitNamed" : "trust.limitSlips";
}

/** How many ballots were counted, as far as it may be told. */
export function ballotsWords(
  t: Say,
  { lo, hi }: { readonly lo: number; readonly hi: number },
): string {
  return lo === 0 ? t("trust.ballotsFew", { count: hi + 1 }) : t("trust.ballotsBand", { lo, hi });
}

/** The policy, one rule a sentence. */
export function policyWords(t: Say, policy: Policy): string[] {
  return [
    t("trust.ruleMinimum", { count: policy.k }),
    t("trust.ruleRange", { narrow: policy.narrowWidth, width: policy.width }),
    t("trust.ruleTail", { count: policy.tail }),
    t("trust.ruleRemainder", { count: policy.remainder - 1 }),
    t("trust.ruleBuckets", { count: policy.threeBucketsFrom }),
    t("trust.ruleBlock", { count: policy.participationBlock }),
  ];
}

/** What came of the joint audit; null: of a release from before there was one. */
export function auditWords(
  t: Say,
  audit: { readonly rung: Rung; readonly coalitions: number } | null,
): string[] {
  if (audit === null) return [t("trust.testNotRun")];
  return [
    t("trust.testPassed"),
    ...rungWords(t, audit.rung),
    t("trust.testKnew", { count: audit.coalitions }),
    t("trust.testMeans"),
  ];
}

function rungWords(t: Say, rung: Rung): string[] {
  switch (rung) {
    case "full":
      return [];
    case "no-lower-demographics":
      return [t("trust.rungNoLowerDemographics")];
    case "no-demographics":
      return [t("trust.rungNoDemographics")];
    case "no-classes":
      return [t("trust.rungNoClasses")];
    case "units-only":
      return [t("trust.rungUnitsOnly")];
    case "nothing":
      return [t("trust.rungNothing")];
  }
}
