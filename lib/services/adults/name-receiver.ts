import { can } from "@/lib/access/can";
import { findAccountById } from "@/lib/data/accounts";
import { writeReceiver } from "@/lib/data/adult-receivers";
import { listSchools } from "@/lib/data/classes";
import { inTransaction } from "@/lib/data/client";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

const LONGEST_SHOWN = 60;

/** Names somebody who is told when a student of one or more schools, or of any, asks for an adult. */
export async function nameReceiver(
  context: ServiceContext,
  named: {
    readonly accountId: string;
    /** Empty: the account's own name. */
    readonly shownAs: string;
    /** Null: all schools. */
    readonly schoolIds: readonly string[] | null;
  },
): Promise<Result<null, "forbidden" | "invalid">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const refuse = (field: string, words: string) =>
    failure("invalid", { fields: { [field]: words } });
  const [account, schools] = await Promise.all([findAccountById(named.accountId), listSchools()]);
  if (account === null || account.disabled) {
    return refuse("accountId", "Choose somebody who can sign in.");
  }
  const typed = named.shownAs.replace(/[\p{C}\s]+/gu, " ").trim();
  if (typed.length > LONGEST_SHOWN) return refuse("shownAs", "Use at most 60 characters.");
  const shownAs = typed === "" ? account.name : typed;
  const schoolIds = [...new Set(named.schoolIds ?? [])];
  if (named.schoolIds !== null && schoolIds.length === 0) {
    return refuse("schoolIds", "Choose at least one school, or all schools.");
  }
  const chosen = schools.filter(({ id }) => schoolIds.includes(id));
  if (chosen.length < schoolIds.length) return refuse("schoolIds", "Choose schools from the list.");
  const allSchools = named.schoolIds === null;
  return inTransaction(async (tx) => {
    await writeReceiver(tx, { accountId: account.id, shownAs, allSchools, schoolIds });
    await recordEvent(tx, context, {
      action: "adult.receiver-named",
      subjectType: "account",
      subjectId: account.id,
      detail: {
        name: account.name,
        shownAs,
        schools: allSchools ? "all" : chosen.map(({ name }) => name).join(", "),
      },
    });
    return success(null);
  });
}
