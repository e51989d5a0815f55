import { demoTruths } from "@/prisma/seed/truths";
import { saveCohort } from "@/lib/services/cohorts/save-cohort";
import type { ServiceContext } from "@/lib/services/context";

/** A program over two schools; one of its classes is too small to be shown, so that the page has to say so. */
const CLASSES = [
  ...["cls-1-08", "cls-1-09", "cls-1-14", "cls-1-16"],
  ...["cls-3-02", "cls-3-06", "cls-3-09", "cls-3-14", "cls-3-20"],
  demoTruths.underTen[0],
];

/** One saved set of classes, to be compared with the schools it is in. */
export async function saveDemoCohort(context: ServiceContext): Promise<void> {
  const saved = await saveCohort(context, { name: "Mentoring program", classIds: CLASSES });
  if (!saved.ok) throw new Error(`the demo's set of classes could not be saved: ${saved.code}`);
}
