import { z } from "zod";
import {
  ballotBlock,
  countedBand,
  RECEIPT_BYTES,
  receiptLines,
} from "@/lib/ballots/server/counted-receipts";
import { NOMINATIONS_LEVEL, readManifest, TEXT_LEVEL } from "@/lib/ballots/wire/manifest";
import { countRespondents, findProof, findReceipts, type StoredProof } from "@/lib/data/proofs";
import { findSealProgress } from "@/lib/data/seal-progress";
import { findWave, type WaveDetail } from "@/lib/data/waves";
import { type Policy, validatePolicy } from "@/lib/disclosure/policy";
import { RUNGS } from "@/lib/disclosure/rungs";
import { type Admission, ballotsOfStudent, slipsByName } from "@/lib/waves/options";
import { readWaveOptions } from "@/lib/waves/read-options";
import { participationBand } from "@/lib/waves/participation";
import { localDate } from "./local-date";

const passedAudit = z.object({
  status: z.literal("passed"),
  attacker: z.string(),
  solver: z.string(),
  rung: z.enum(RUNGS),
  coalitions: z.int(),
  patterns: z.int(),
});

/** A joint audit that a release passed. */
export type PassedAudit = z.infer<typeof passedAudit>;

/** What came of a wave, as far as everybody may know. */
export type ProofStage =
  | { readonly state: "planned" | "open" }
  /** Being sealed. `percent` in steps of ten; null before it begins. */
  | { readonly state: "closed"; readonly percent: number | null }
  /** Its key was destroyed before anybody opened a ballot. */
  | { readonly state: "destroyed" }
  | {
      readonly state: "sealed";
      /** YYYY-MM-DD, like every date here. */
      readonly sealedOn: string;
      /** Null for a release without a salt: its hash could be used to guess what is in it. */
      readonly releaseHash: string | null;
      /** Null for a release from before there was an audit. */
      readonly audit: PassedAudit | null;
      /** Ballots counted in the whole wave, in a block; never of a class. */
      readonly ballots: { readonly lo: number; readonly hi: number };
      /** Lines of the list of receipts; null for a wave from before there was one. */
      readonly listLines: number | null;
    };

export interface Proof {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly manifestHash: string;
  /** Groups with ballots and a key of their own. */
  readonly margins: number;
  /** Ballots that one student casts at most. */
  readonly ballotsEach: number;
  /** Slips have names, because some ballots depend on who casts them or the class list says who is in. */
  readonly byName: boolean;
  /** How students get in. */
  readonly admission: Admission;
  /** Students may write a few words. */
  readonly words: boolean;
  /** Students of larger classes may name classmates. */
  readonly nominations: boolean;
  /** So many people hold the key between them, and so many must agree; null where the server holds it. */
  readonly holders: { readonly of: number; readonly needed: number } | null;
  readonly policy: Policy;
  readonly stage: ProofStage;
}

/**
 * What everybody may know of a wave, without signing in: what was promised before anybody answered, and after
 * the seal that it was kept. Null for a wave that is unknown or promises nothing yet.
 */
export async function readProof(waveId: string): Promise<Proof | null> {
  const wave = await findWave(waveId);
  const manifest = readManifest(wave?.manifest ?? "");
  if (wave === null || manifest === null || wave.manifestHash === null) return null;
  const checked = validatePolicy(wave.policy as Record<keyof Policy, unknown>);
  if (!checked.ok) throw new Error(`the policy of this wave is refused: ${checked.message}`);
  const { policy } = checked;
  const options = readWaveOptions(wave.options);
  return {
    title: wave.title,
    opensOn: localDate(wave.opensAt, wave.timeZone),
    closesOn: localDate(wave.closesAt, wave.timeZone),
    manifestHash: wave.manifestHash,
    margins: manifest.margins.length,
    ballotsEach: ballotsOfStudent(options),
    byName: slipsByName(options),
    admission: options.admission,
    words: manifest.margins.some(({ level }) => level === TEXT_LEVEL),
    nominations: manifest.margins.some(({ level }) => level === NOMINATIONS_LEVEL),
    holders: manifest.trustees ?? null,
    policy,
    stage: await stageOf(wave, ballotBlock(policy.participationBlock, ballotsOfStudent(options))),
  };
}

/** The receipts counted in a sealed wave, one in hexadecimal a line, with filling; null where there is no list. */
export async function readReceiptLines(waveId: string): Promise<readonly string[] | null> {
  const list = await findReceipts(waveId);
  return list === null ? null : receiptLines(list);
}

async function stageOf(wave: WaveDetail, block: number): Promise<ProofStage> {
  switch (wave.state) {
    case "draft":
      throw new Error("a draft has a manifest");
    case "planned":
    case "open":
      return { state: wave.state };
    case "closed": {
      const progress = await findSealProgress(wave.id);
      const done = progress === null ? null : progress.done / Math.max(1, progress.of);
      return { state: "closed", percent: done === null ? null : Math.floor(done * 10) * 10 };
    }
    case "sealed": {
      const proof = await findProof(wave.id);
      return proof === null ? { state: "destroyed" } : sealedStage(wave.id, proof, block);
    }
  }
}

async function sealedStage(waveId: string, proof: StoredProof, block: number): Promise<ProofStage> {
  const { hash, sealedOn, salted, receiptBytes } = proof;
  const audit = passedAudit.safeParse(proof.audit);
  const lines = salted && receiptBytes !== null ? receiptBytes / RECEIPT_BYTES : null;
  const listed = lines === null ? null : countedBand(lines, block);
  const { lo, hi } = listed ?? (await respondentsBand(waveId, block));
  return {
    state: "sealed",
    sealedOn,
    releaseHash: salted ? hash : null,
    audit: audit.success ? audit.data : null,
    ballots: { lo, hi },
    listLines: listed === null ? null : lines,
  };
}

/** Of a wave without a list: its respondents in the same blocks. */
async function respondentsBand(waveId: string, block: number): Promise<{ lo: number; hi: number }> {
  return participationBand(await countRespondents(waveId), Number.MAX_SAFE_INTEGER, block);
}
