import { can } from "@/lib/access/can";
import { type ClassRow, listClasses } from "@/lib/data/classes";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { gradeWords } from "../insight/grade-words";
import { ownScope } from "../insight/own-scope";

/** A select longer than this helps nobody: then a plan is started from the page of its class. */
export const MOST_CHOICES = 200;

export interface StartChoices {
  /** Own classes to choose from; only the one that was asked for, where there are too many. */
  readonly classes: readonly { readonly id: string; readonly label: string }[];
  /** The class that was asked for, if it is one of theirs. */
  readonly chosen: string | null;
  /** A class was asked for that is not there, or not theirs. */
  readonly unknown: boolean;
  readonly tooMany: boolean;
  /** YYYY-MM-DD where the district is. */
  readonly today: string;
}

/** For which classes a member of staff may start a plan. */
export async function readStartChoices(
  context: ServiceContext,
  asked: string | undefined,
): Promise<StartChoices> {
  const { actor } = context;
  const today = await districtDay(context);
  if (actor.kind !== "staff") {
    return { classes: [], chosen: null, unknown: false, tooMany: false, today };
  }
  const { classIds, schoolIds } = ownScope(actor);
  const rows = await listClasses({
    ...(classIds === undefined ? {} : { ids: classIds }),
    ...(schoolIds === undefined ? {} : { schoolIds }),
  });
  const own = rows.filter(
    ({ id, schoolId }) => can(actor, "plan.write", { classId: id, schoolId }).allowed,
  );
  const chosen = own.find(({ id }) => id === asked)?.id ?? null;
  const tooMany = own.length > MOST_CHOICES;
  const shown = tooMany ? own.filter(({ id }) => id === chosen) : own;
  const severalSchools = new Set(shown.map(({ schoolId }) => schoolId)).size > 1;
  return {
    classes: shown.map((row) => ({ id: row.id, label: labelOf(row, severalSchools) })),
    chosen,
    unknown: asked !== undefined && chosen === null,
    tooMany,
    today,
  };
}

function labelOf({ title, grades, schoolName }: ClassRow, withSchool: boolean): string {
  const label = `${title}, ${gradeWords(grades)}`;
  return withSchool ? `${label}, ${schoolName}` : label;
}
