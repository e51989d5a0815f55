import type { RosterSnapshot } from "@/lib/waves/audience";
import { prisma, type Tx } from "./client";

/** The active classes with their active students, as a wave is planned from; schools or classes narrow. */
export async function readRosterSnapshot(
  query: { classIds?: readonly string[] } = {},
  tx: Tx = prisma(),
): Promise<RosterSnapshot> {
  const only = query.classIds === undefined ? undefined : [...query.classIds];
  const classes = await tx.class.findMany({
    where: { active: true, ...(only === undefined ? {} : { id: { in: only } }) },
    orderBy: { id: "asc" },
    select: { id: true, schoolId: true, grades: true, classType: true },
  });
  const enrollments = await tx.enrollment.findMany({
    where: {
      role: "student",
      active: true,
      person: { active: true },
      class: { active: true },
      ...(only === undefined ? {} : { classId: { in: only } }),
    },
    select: { classId: true, personId: true },
  });
  return {
    classes: classes.map(({ id, schoolId, grades, classType }) => ({
      id,
      school: schoolId,
      grades,
      type: classType === "homeroom" ? "homeroom" : "scheduled",
    })),
    enrollments: enrollments.map(({ classId, personId }) => ({ classId, studentId: personId })),
  };
}

/** Dates (YYYY-MM-DD) between two, both included, on which at least one of some schools has no school. */
export async function listDaysWithoutSchool(
  query: { schoolIds: readonly string[]; from: string; to: string },
  tx: Tx = prisma(),
): Promise<string[]> {
  const rows = await tx.calendarDay.findMany({
    where: {
      schoolId: { in: [...query.schoolIds] },
      kind: "no-school",
      date: { gte: new Date(`${query.from}T00:00:00Z`), lte: new Date(`${query.to}T00:00:00Z`) },
    },
    orderBy: { date: "asc" },
    distinct: ["date"],
    select: { date: true },
  });
  return rows.map(({ date }) => date.toISOString().slice(0, 10));
}

/** Dates (YYYY-MM-DD) of one school's calendar between two dates, both included, by kind. */
export async function readSchoolDays(
  query: { schoolId: string; from: string; to: string },
  tx: Tx = prisma(),
): Promise<Map<string, string>> {
  const rows = await tx.calendarDay.findMany({
    where: {
      schoolId: query.schoolId,
      date: { gte: new Date(`${query.from}T00:00:00Z`), lte: new Date(`${query.to}T00:00:00Z`) },
    },
    select: { date: true, kind: true },
  });
  return new Map(rows.map(({ date, kind }) => [date.toISOString().slice(0, 10), kind]));
}
