import type { Actor } from "@/lib/access/actor";

/** What every use case is given: who acts, when, and where randomness comes from. */
export interface ServiceContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly randomUuid: () => string;
}
