import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findDistrict, lockFirstRun, replaceDemo } from "@/lib/data/district";
import { listUnsealedWaves } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import type { ServiceContext } from "../context";

/**
 * Removes the demonstration district with everything in it: roster, results, accounts and the audit
 * log, and the keys of its unsealed waves. What is left is an empty Hearth, ready for its first run.
 * On any other district it does nothing; the database refuses too.
 */
export async function startForReal(
  context: ServiceContext,
): Promise<Result<null, "forbidden" | "not-demo">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const keys = keyWriter();
  return inTransaction(async (tx) => {
    // Two presses at once: the second waits here and then finds no demonstration.
    await lockFirstRun(tx);
    if ((await findDistrict(tx))?.isDemo !== true) return failure("not-demo");
    const waves = await listUnsealedWaves(tx);
    await replaceDemo(tx);
    // Before the commit: should a key not go away, nothing has happened and it can be tried again.
    for (const { id } of waves) await keys.destroy(id);
    return success(null);
  });
}
