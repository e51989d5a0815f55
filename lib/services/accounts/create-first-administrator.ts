import { isSetUpCode } from "@/lib/access/set-up-code";
import { countAccounts, createAccount } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { createDistrict, findDistrict, lockFirstRun } from "@/lib/data/district";
import { failure, type Result, success } from "@/lib/result";
import { environment } from "@/lib/server/environment";
import { hashPassword, passwordProblem } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { isEmail, isTimeZone } from "./field-checks";

export interface FirstRun {
  /** From the window where Hearth was started: the first visitor to find the address is not its owner. */
  readonly setUpCode: string;
  readonly districtName: string;
  readonly timeZone: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Creates the district and its first administrator. Works once: after that the page says so, and
 * two people who press at the same moment get one district.
 */
export async function createFirstAdministrator(
  context: ServiceContext,
  input: FirstRun,
): Promise<Result<{ accountId: string }, "already-set-up" | "invalid">> {
  // Asked again under the lock; asked here so that nobody can make the server hash for nothing.
  if ((await findDistrict()) !== null) return failure("already-set-up");
  const fields: Record<string, string> = {};
  if (!isSetUpCode(input.setUpCode, environment().sessionSecret)) {
    fields.setUpCode = "The code is in the window where Hearth was started.";
  }
  if (input.districtName.trim() === "")
    fields.districtName = "Give your district or school a name.";
  if (!isTimeZone(input.timeZone)) fields.timeZone = "Choose a time zone from the list.";
  if (input.name.trim() === "") fields.name = "Give your name.";
  if (!isEmail(input.email)) fields.email = "Give an e-mail address, such as name@school.org.";
  const weak = passwordProblem(input.password);
  if (weak !== null) fields.password = weak;
  if (Object.keys(fields).length > 0) return failure("invalid", { fields });

  const passwordHash = await hashPassword(input.password);
  const accountId = context.randomUuid();
  return inTransaction(async (tx) => {
    await lockFirstRun(tx);
    if ((await findDistrict(tx)) !== null || (await countAccounts(tx)) > 0) {
      return failure("already-set-up");
    }
    await createDistrict(tx, {
      name: input.districtName.trim(),
      timeZone: input.timeZone,
      isDemo: false,
      createdAt: context.now,
    });
    await createAccount(tx, {
      id: accountId,
      email: input.email.trim(),
      name: input.name.trim(),
      passwordHash,
      role: "district-administrator",
      schoolIds: [],
      personId: null,
      createdAt: context.now,
    });
    const actor = {
      kind: "staff",
      accountId,
      name: input.name.trim(),
      role: "district-administrator",
      schoolIds: [],
      classIds: [],
    } as const;
    await recordEvent(
      tx,
      { ...context, actor },
      {
        action: "district.created",
        subjectType: "district",
        subjectId: "1",
        detail: { name: input.districtName.trim(), timeZone: input.timeZone },
      },
    );
    return success({ accountId });
  });
}
