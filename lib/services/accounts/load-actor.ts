import type { StaffActor } from "@/lib/access/actor";
import { findAccountById, listTaughtClassIds } from "@/lib/data/accounts";

/**
 * Who a session stands for now: roles and classes are read at every request, never kept in the
 * session, so that a change or a disabled account acts at once. Null when the session has ended.
 */
export async function loadActor(session: {
  accountId: string;
  sessionEpoch: number;
}): Promise<StaffActor | null> {
  const account = await findAccountById(session.accountId);
  if (account === null || account.disabled || account.sessionEpoch !== session.sessionEpoch) {
    return null;
  }
  const classIds =
    account.role === "teacher" && account.personId !== null
      ? await listTaughtClassIds(account.personId)
      : [];
  return {
    kind: "staff",
    accountId: account.id,
    name: account.name,
    role: account.role,
    schoolIds: account.role === "school-administrator" ? account.schoolIds : [],
    classIds,
  };
}
