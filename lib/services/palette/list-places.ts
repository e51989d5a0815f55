import { can } from "@/lib/access/can";
import type { Places } from "@/lib/insight/places";
import { failure, type Result } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listOwnFlags } from "../flags/list-own-flags";
import { listOwnClasses } from "../insight/list-own-classes";

/**
 * One's own schools, classes and open flags, as the lists of classes and flags show them: a flag that its teacher has
 * to see first is not here either.
 */
export async function listPlaces(context: ServiceContext): Promise<Result<Places>> {
  const { actor } = context;
  if (actor.kind !== "staff") return failure("missing");
  const [classes, flags] = await Promise.all([listOwnClasses(context), listOwnFlags(context)]);
  const schools = new Map(classes.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  return {
    ok: true,
    value: {
      schools: [...schools]
        .filter(([schoolId]) => can(actor, "school.read", { schoolId }).allowed)
        .map(([id, name]) => ({ id, name })),
      classes: classes.map(({ id, title, schoolName, teachers }) => ({
        ...{ id, title, schoolName, teachers },
      })),
      flags: flags
        .filter(({ state }) => state !== "closed")
        .map(({ id, classTitle, kind, tier }) => ({ id, classTitle, kind, tier })),
    },
  };
}
