import type { Prisma } from "@/generated/prisma/client";
import { isUuid } from "@/lib/ballots/wire/uuid";
import type { Plan, PlanState } from "@/lib/plans/plan";
import { prisma, type Tx } from "./client";

/** A plan with the class it is for and the names of those who worked on it; null: their account is gone. */
export interface PlanRow extends Plan {
  readonly classTitle: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly createdBy: string | null;
  readonly endedBy: string | null;
}

/** Whose plans: of these classes or schools; of every one where neither is named. */
export interface PlanScope {
  readonly classIds?: readonly string[];
  readonly schoolIds?: readonly string[];
}

const PLAN = {
  id: true,
  classId: true,
  strategyId: true,
  title: true,
  startOn: true,
  lookAgainOn: true,
  state: true,
  note: true,
  createdAt: true,
  endedOn: true,
  endReason: true,
  class: { select: { title: true, schoolId: true, school: { select: { name: true } } } },
  creator: { select: { name: true } },
  ender: { select: { name: true } },
  steps: {
    orderBy: { position: "asc" },
    select: { position: true, body: true, doneOn: true, doer: { select: { name: true } } },
  },
} as const satisfies Prisma.PlanSelect;

type Selected = Prisma.PlanGetPayload<{ select: typeof PLAN }>;

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function flat({ class: of, creator, ender, steps, ...row }: Selected): PlanRow {
  return {
    ...row,
    startOn: day(row.startOn),
    lookAgainOn: day(row.lookAgainOn),
    endedOn: row.endedOn === null ? null : day(row.endedOn),
    // The database's CHECK constraint holds it to the three known ones.
    state: row.state as PlanState,
    classTitle: of.title,
    schoolId: of.schoolId,
    schoolName: of.school.name,
    createdBy: creator?.name ?? null,
    endedBy: ender?.name ?? null,
    steps: steps.map(({ doer, doneOn, ...step }) => ({
      ...step,
      doneOn: doneOn === null ? null : day(doneOn),
      doneBy: doer?.name ?? null,
    })),
  };
}

function within({ classIds, schoolIds }: PlanScope): Prisma.PlanWhereInput {
  return {
    ...(classIds === undefined ? {} : { classId: { in: [...classIds] } }),
    ...(schoolIds === undefined ? {} : { class: { schoolId: { in: [...schoolIds] } } }),
  };
}

/** The plans that started last, newest first. */
export async function listPlans(
  scope: PlanScope,
  most: number,
  tx: Tx = prisma(),
): Promise<PlanRow[]> {
  const rows = await tx.plan.findMany({
    where: within(scope),
    orderBy: [{ startOn: "desc" }, { createdAt: "desc" }, { id: "asc" }],
    take: most,
    select: PLAN,
  });
  return rows.map(flat);
}

/** How many running plans were to be looked at again by this day (YYYY-MM-DD). */
export async function countPlansToLookAt(
  scope: PlanScope,
  day: string,
  tx: Tx = prisma(),
): Promise<number> {
  const where = { ...within(scope), state: "running", lookAgainOn: { lte: new Date(day) } };
  return tx.plan.count({ where });
}

/** Of these classes the ones in which a plan runs now. */
export async function listClassesWithPlan(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<ReadonlySet<string>> {
  const rows = await tx.plan.findMany({
    where: { classId: { in: [...classIds] }, state: "running" },
    select: { classId: true },
    distinct: ["classId"],
  });
  return new Set(rows.map(({ classId }) => classId));
}

/** One plan; an id that is none (somebody typed an address) finds nothing. */
export async function findPlan(id: string, tx: Tx = prisma()): Promise<PlanRow | null> {
  if (!isUuid(id)) return null;
  const row = await tx.plan.findUnique({ where: { id }, select: PLAN });
  return row === null ? null : flat(row);
}

/** Reads a plan and keeps everybody else from changing it until the transaction ends. */
export async function findPlanForUpdate(id: string, tx: Tx): Promise<PlanRow | null> {
  if (!isUuid(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM plans WHERE id = ${id}::uuid FOR UPDATE`;
  return findPlan(id, tx);
}

/** Inserts a plan with its steps. False when the class tries the same thing already. */
export async function createPlan(tx: Tx, plan: Plan, createdBy: string): Promise<boolean> {
  const { steps, ...rest } = plan;
  const made = await tx.plan.createMany({
    data: [
      {
        ...rest,
        startOn: new Date(plan.startOn),
        lookAgainOn: new Date(plan.lookAgainOn),
        endedOn: null,
        createdBy,
      },
    ],
    // The one unique index that a new id can meet is that of the running plans.
    skipDuplicates: true,
  });
  if (made.count !== 1) return false;
  await tx.planStep.createMany({
    data: steps.map(({ position, body }) => ({ planId: plan.id, position, body })),
  });
  return true;
}

export async function saveStepDone(
  tx: Tx,
  step: { planId: string; position: number; doneOn: string; accountId: string },
): Promise<void> {
  await tx.planStep.update({
    where: { planId_position: { planId: step.planId, position: step.position } },
    data: { doneOn: new Date(step.doneOn), doneBy: step.accountId },
    select: { position: true },
  });
}

export async function savePlanNote(tx: Tx, id: string, note: string): Promise<void> {
  await tx.plan.update({ where: { id }, data: { note }, select: { id: true } });
}

export async function savePlanEnd(
  tx: Tx,
  plan: Pick<Plan, "id" | "state" | "endReason"> & { endedOn: string; accountId: string },
): Promise<void> {
  await tx.plan.update({
    where: { id: plan.id },
    data: {
      state: plan.state,
      endReason: plan.endReason,
      endedOn: new Date(plan.endedOn),
      endedBy: plan.accountId,
    },
    select: { id: true },
  });
}
