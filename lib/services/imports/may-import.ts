import type { Actor, StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { ImportKind } from "@/lib/data/imports";

/** The staff actor who may import files of this kind, or null. */
export function importerOf(actor: Actor, kind: ImportKind): StaffActor | null {
  const action =
    kind === "roster" || kind === "demographics" ? "roster.import" : "attendance.import";
  return actor.kind === "staff" && can(actor, action, undefined).allowed ? actor : null;
}
