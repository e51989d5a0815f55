import type { Actor, StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { ImportKind } from "@/lib/data/imports";

const ACTIONS = {
  roster: "roster.import",
  demographics: "roster.import",
  attendance: "attendance.import",
  calendar: "attendance.import",
  participation: "participation.configure",
} as const satisfies Record<ImportKind, string>;

/** The staff actor who may import files of this kind, or null. */
export function importerOf(actor: Actor, kind: ImportKind): StaffActor | null {
  return actor.kind === "staff" && can(actor, ACTIONS[kind], undefined).allowed ? actor : null;
}
