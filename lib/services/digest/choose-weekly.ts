import { findWeeklyMail, setWeeklyMail } from "@/lib/data/accounts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** Whether the actor's own week's mail is on; null when nobody is signed in. */
export async function readWeekly({ actor }: ServiceContext): Promise<boolean | null> {
  return actor.kind === "staff" ? findWeeklyMail(actor.accountId) : null;
}

/** Turns the actor's own week's mail on or off. */
export async function chooseWeekly(
  { actor }: ServiceContext,
  { weekly }: { readonly weekly: boolean },
): Promise<Result<{ readonly weekly: boolean }, "forbidden">> {
  if (actor.kind !== "staff") return failure("forbidden");
  const done = await setWeeklyMail(actor.accountId, weekly);
  return done ? success({ weekly }) : failure("forbidden");
}
