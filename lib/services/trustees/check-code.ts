import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { readShareCode, SHARE_CODE_LENGTH } from "@/lib/ballots/wire/share-code";
import { forgetThrottle } from "@/lib/data/sign-in-throttle";
import { failure, type Result, success } from "@/lib/result";
import { authSecret } from "@/lib/server/secrets";
import { countTry } from "../accounts/count-try";
import type { ServiceContext } from "../context";

const DAY_MS = 24 * 3600_000;

const SLIPS = {
  empty: "Type the code.",
  character: "A code has digits and letters only. Compare it with your copy.",
  length: `A code has ${String(SHARE_CODE_LENGTH / 4)} groups of 4 characters. Compare it with your copy.`,
  typo: "This is not a code of this pulse, or a character in it is wrong. Compare it with your copy, group by group.",
} as const;

/**
 * The share that a trustee has typed, if it is theirs. What cannot be a code of this pulse is said at once
 * and not counted: it is a slip. Another code of it is counted like a wrong password. Codes are neither
 * stored nor logged, here or anywhere.
 * @param shareHash SHA-256 of the trustee's share
 */
export async function checkCode(
  context: ServiceContext,
  trustee: { readonly waveId: string; readonly accountId: string; readonly shareHash: Uint8Array },
  code: string,
): Promise<Result<Uint8Array, "invalid" | "too-many-codes">> {
  const { waveId, accountId, shareHash } = trustee;
  const typed = readShareCode(waveId, code);
  if (!typed.ok) return failure("invalid", { fields: { code: SLIPS[typed.code] } });
  const key = createHmac("sha256", authSecret()).update(`share:${waveId}:${accountId}`).digest();
  const attempt = await countTry(key, context.now);
  if (attempt.refused) return failure("too-many-codes", { detail: { minutes: attempt.minutes } });
  if (!timingSafeEqual(hashShare(typed.share), shareHash)) {
    return failure("invalid", { fields: { code: "This is a code of this pulse, but not yours." } });
  }
  await forgetThrottle(key, new Date(context.now.getTime() - DAY_MS));
  return success(typed.share);
}

/** What is kept of a share while its trustee has it. */
export function hashShare(share: Uint8Array): Buffer {
  return createHash("sha256").update(share).digest();
}
