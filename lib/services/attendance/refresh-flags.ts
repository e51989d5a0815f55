import { log } from "@/lib/server/log";
import type { ServiceContext } from "../context";
import { raiseFlags } from "../flags/raise-flags";

/**
 * Applies the flag rule to what an import has just changed. The import is committed by then: a failure
 * here must not tell its user that nothing was changed. The next seal or import applies the rule again.
 */
export async function refreshFlags(context: ServiceContext): Promise<void> {
  try {
    await raiseFlags(context);
  } catch (error) {
    log.error({ err: error }, "flags could not be refreshed after an import");
  }
}
