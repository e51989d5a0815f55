import type { StaffActor } from "@/lib/access/actor";

/** What a query is cut to, so that rows which are not theirs are never even read. */
export interface OwnScope {
  readonly schoolIds?: readonly string[];
  readonly classIds?: readonly string[];
}

/** The schools or classes of a member of staff; district administrators are not cut. */
export function ownScope(actor: StaffActor): OwnScope {
  switch (actor.role) {
    case "district-administrator":
      return {};
    case "school-administrator":
      return { schoolIds: actor.schoolIds };
    case "teacher":
      return { classIds: actor.classIds };
  }
}
