import type {
  AbsenceEvidence,
  BelongingEvidence,
  FlagEvidence,
  FlagKind,
  FlagTier,
} from "@/lib/flags/evidence";
import {
  absenceFact,
  belongingFacts,
  clearing,
  falseAlarmRate,
  reasonFor,
} from "@/lib/flags/wording";
import { BLIND_TO } from "@/lib/flags/wording";
import { participationLevel } from "@/lib/waves/participation";

/** Thresholds of reference/statistics.md, "The flag". Absence arrives with its own, calibrated tier. */
const WATCH_PROBABILITY = 0.5;
const TERM_ACT_PROBABILITY = 0.8;
const WEEKS_6_IN_MS = 6 * 7 * 24 * 60 * 60 * 1000;

/** A flag that the rule would raise now. One a class: there is no order among classes. */
export interface FlagFinding {
  readonly classId: string;
  readonly kind: FlagKind;
  readonly tier: FlagTier;
  readonly reason: string;
  readonly evidence: FlagEvidence;
}

export type FlagDecision =
  | { readonly ok: true; readonly finding: FlagFinding }
  | {
      readonly ok: false;
      /** `participation`: belonging alone would have raised a flag, but too few took part. */
      readonly code: "nothing-to-flag" | "participation";
    };

export interface FlagInput {
  readonly classId: string;
  readonly belonging?: BelongingEvidence;
  readonly absence?: AbsenceEvidence;
}

/** Whether evidence still counts: from its day until six weeks later. */
export function isFresh(observedAt: Date, now: Date): boolean {
  const age = now.getTime() - observedAt.getTime();
  return age >= 0 && age <= WEEKS_6_IN_MS;
}

interface LowSignal {
  readonly evidence: BelongingEvidence;
  readonly watch: boolean;
  readonly term: boolean;
}

function lowSignal(evidence: BelongingEvidence | undefined, now: Date): LowSignal | undefined {
  if (evidence === undefined || !isFresh(evidence.observedAt, now)) return undefined;
  const watch = evidence.pLow >= WATCH_PROBABILITY && evidence.inDiscoverySet;
  const { term } = evidence;
  const termLow = term !== undefined && term.waves >= 2 && term.pLow >= TERM_ACT_PROBABILITY;
  return watch || termLow ? { evidence, watch, term: termLow } : undefined;
}

function risingSignal(
  evidence: AbsenceEvidence | undefined,
  now: Date,
): AbsenceEvidence | undefined {
  if (evidence === undefined || !isFresh(evidence.observedAt, now)) return undefined;
  return evidence.tier === "none" ? undefined : evidence;
}

/**
 * The watch and act rules of reference/statistics.md. Watch: P_low ≥ .5 inside the false-discovery set, or absence on
 * watch (z ≥ 2.52). Act: both within six weeks, or term-pooled P_low ≥ .8, or absence on act (z ≥ 3.13). Belonging
 * counts only with 60% of the roster taking part; absence does not depend on who answers.
 */
export function decideFlag({ classId, belonging, absence }: FlagInput, now: Date): FlagDecision {
  const claimed = lowSignal(belonging, now);
  const enough =
    claimed !== undefined &&
    participationLevel(claimed.evidence.n, claimed.evidence.seats) !== "too-low-for-flags";
  const low = enough ? claimed : undefined;
  const rising = risingSignal(absence, now);
  if (low === undefined && rising === undefined) {
    return { ok: false, code: claimed === undefined ? "nothing-to-flag" : "participation" };
  }

  const both = low !== undefined && rising !== undefined;
  const kind: FlagKind = both ? "both" : low === undefined ? "rising-absence" : "low-belonging";
  const act = (low?.watch === true && both) || low?.term === true || rising?.tier === "act";
  const tier: FlagTier = act ? "act" : "watch";
  const signals = { low: low?.evidence, termLow: low?.term === true, rising };
  return {
    ok: true,
    finding: {
      classId,
      kind,
      tier,
      reason: reasonFor(signals),
      evidence: {
        sources: {
          belonging: low?.evidence.evidenceId ?? null,
          absence: rising?.evidenceId ?? null,
        },
        facts: [
          ...(low === undefined ? [] : belongingFacts(low.evidence)),
          ...(rising === undefined ? [] : [absenceFact(rising)]),
        ],
        clears: clearing(signals),
        falseAlarms: falseAlarmRate(kind, tier),
        blindTo: BLIND_TO,
      },
    },
  };
}

/**
 * Whether a later wave clears a flag for low belonging: another release, enough taking part, and P_low below .5.
 * A flag that also rests on absence is not cleared by a wave; it is refreshed or lapses.
 */
export function isClearedBy(finding: FlagFinding, wave: BelongingEvidence): boolean {
  if (finding.kind !== "low-belonging" || finding.evidence.sources.belonging === wave.evidenceId) {
    return false;
  }
  const enough = participationLevel(wave.n, wave.seats) !== "too-low-for-flags";
  return enough && wave.pLow < WATCH_PROBABILITY;
}
