import type { RequestState } from "@/lib/help/adult-request";
import { prisma, type Tx } from "./client";

export interface RequestRow {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly classTitle: string;
  /** As somebody typed it. */
  readonly studentName: string;
  readonly message: string;
  /** YYYY-MM-DD where the school is. */
  readonly askedOn: string;
  readonly state: RequestState;
  readonly note: string;
  readonly handledBy: string | null;
  readonly handledAt: Date | null;
}

/** Whose requests: of these schools, or of all. */
export type RequestScope = { readonly allSchools: boolean; readonly schoolIds: readonly string[] };

const REQUEST = {
  id: true,
  schoolId: true,
  school: { select: { name: true } },
  class: { select: { title: true } },
  studentName: true,
  message: true,
  askedOn: true,
  state: true,
  note: true,
  account: { select: { name: true } },
  handledAt: true,
} as const;

function flat(row: {
  id: string;
  schoolId: string;
  school: { name: string };
  class: { title: string };
  studentName: string;
  message: string;
  askedOn: Date;
  state: string;
  note: string;
  account: { name: string } | null;
  handledAt: Date | null;
}): RequestRow {
  const { school, class: own, account, askedOn, state, ...rest } = row;
  return {
    ...rest,
    schoolName: school.name,
    classTitle: own.title,
    askedOn: askedOn.toISOString().slice(0, 10),
    // The database's CHECK constraint holds it to the three known ones.
    state: state as RequestState,
    handledBy: account?.name ?? null,
  };
}

function within({ allSchools, schoolIds }: RequestScope) {
  return allSchools ? {} : { schoolId: { in: [...schoolIds] } };
}

/** The requests of some schools, newest day first; within a day in an order that says nothing of who came first. */
export async function listRequests(
  scope: RequestScope,
  tx: Tx = prisma(),
): Promise<RequestRow[]> {
  const rows = await tx.adultRequest.findMany({
    where: within(scope),
    orderBy: [{ askedOn: "desc" }, { id: "asc" }],
    select: REQUEST,
  });
  return rows.map(flat);
}

export async function findRequest(id: string, tx: Tx = prisma()): Promise<RequestRow | null> {
  const row = await tx.adultRequest.findUnique({ where: { id }, select: REQUEST });
  return row === null ? null : flat(row);
}

/** How many of these schools nobody has looked at; `before` a day, YYYY-MM-DD, where it is given. */
export async function countNewRequests(
  scope: RequestScope,
  before?: string,
  tx: Tx = prisma(),
): Promise<number> {
  const day = before === undefined ? {} : { askedOn: { lt: new Date(`${before}T00:00:00Z`) } };
  return tx.adultRequest.count({ where: { ...within(scope), ...day, state: "new" } });
}

export async function insertRequest(
  tx: Tx,
  request: {
    readonly id: string;
    readonly schoolId: string;
    readonly classId: string;
    readonly studentName: string;
    readonly message: string;
    /** YYYY-MM-DD. */
    readonly askedOn: string;
  },
): Promise<void> {
  await tx.adultRequest.create({
    data: { ...request, askedOn: new Date(`${request.askedOn}T00:00:00Z`), state: "new" },
    select: { id: true },
  });
}

/** Moves a request on; false when it was not in the state that the page showed. */
export async function moveRequest(
  tx: Tx,
  move: {
    readonly id: string;
    readonly from: RequestState;
    readonly to: RequestState;
    readonly note: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { count } = await tx.adultRequest.updateMany({
    where: { id: move.id, state: move.from },
    data: { state: move.to, note: move.note, handledBy: move.by, handledAt: move.at },
  });
  return count === 1;
}

/** Deletes what was done before this instant; how many. */
export async function deleteDoneRequests(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.adultRequest.deleteMany({
    where: { state: "done", handledAt: { lt: before } },
  });
  return count;
}

/**
 * Writes every request of these last days anew, in one transaction: Postgres stamps a row with the transaction that
 * wrote it, and that number lies beside those of the ballots that arrived at the time.
 */
export async function restampRequests(tx: Tx, since: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE adult_requests SET asked_on = asked_on
    WHERE EXISTS (SELECT 1 FROM adult_requests WHERE asked_on >= ${since}::date)`;
}
