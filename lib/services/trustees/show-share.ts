import { encodeShareCode } from "@/lib/ballots/wire/share-code";
import { failure, type Result, success } from "@/lib/result";
import { trusteeShares } from "@/lib/server/key-store/trustee-shares";
import type { ServiceContext } from "../context";
import { reachTrusteeship } from "./reach-trusteeship";

/**
 * A trustee's share as a code, to be written down. It can be shown until the trustee has typed it back from
 * their copy (`takeShare`) and never again: until then the wave cannot open, and a browser that closed at the
 * wrong moment must not cost the pulse its key.
 */
export async function showShare(
  context: ServiceContext,
  waveId: string,
): Promise<Result<{ readonly code: string }, "missing" | "share-gone">> {
  const reached = await reachTrusteeship(context, "share.take", waveId);
  if (reached === null) return failure("missing");
  if (reached.step !== "take") return failure("share-gone");
  const share = await trusteeShares().waiting(waveId, reached.own.position);
  return share === null ? failure("share-gone") : success({ code: encodeShareCode(waveId, share) });
}
