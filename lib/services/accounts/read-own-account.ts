import { findAccountById } from "@/lib/data/accounts";
import { listSchools } from "@/lib/data/classes";
import { findTeacherSchools } from "@/lib/data/people";
import type { ServiceContext } from "../context";

/** The actor's own address and the names of their schools; null when nobody is signed in. */
export async function readOwnAccount(
  context: ServiceContext,
): Promise<{ email: string; schoolNames: readonly string[] } | null> {
  if (context.actor.kind !== "staff") return null;
  const account = await findAccountById(context.actor.accountId);
  if (account === null) return null;
  const ids =
    account.personId === null ? account.schoolIds : await findTeacherSchools(account.personId);
  const schools = await listSchools();
  return {
    email: account.email,
    schoolNames: schools.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
  };
}
