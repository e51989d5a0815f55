import { can } from "@/lib/access/can";
import { findReleaseBody } from "@/lib/data/releases";
import { listMargins } from "@/lib/data/margins";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** A sealed wave's whole release, for download and for checking. Owners of every class of it only. */
export async function readRelease(
  context: ServiceContext,
  waveId: string,
): Promise<Result<{ readonly hash: string; readonly body: unknown }, "missing">> {
  const classes = await listMargins(waveId);
  if (!can(context.actor, "wave.download", { classes }).allowed) return failure("missing");
  const release = await findReleaseBody(waveId);
  return release === null ? failure("missing") : success(release);
}
