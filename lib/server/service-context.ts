import { randomBytes, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { ServiceContext } from "@/lib/services/context";

/** The context of a use case that runs now, for this actor, with the system's clock and randomness. */
export function serviceContext(actor: Actor): ServiceContext {
  return { actor, now: new Date(), randomBytes, randomUuid: randomUUID };
}
