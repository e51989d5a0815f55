import { can } from "@/lib/access/can";
import { findAccountById } from "@/lib/data/accounts";
import { composeTest } from "@/lib/digest/compose";
import { failure, type Result, success } from "@/lib/result";
import type { Mailer } from "@/lib/server/mailer";
import type { Delivery } from "@/lib/server/smtp-delivery";
import type { ServiceContext } from "../context";
import { findMailDistrict } from "./mail-desk";

/** Sends a mail to the actor's own address, and gives back what the mail server answered. */
export async function sendTestMail(
  context: ServiceContext,
  { mailer, url }: { readonly mailer: Mailer | null; readonly url: string },
): Promise<Result<Delivery & { readonly to: string }, "forbidden" | "no-mail">> {
  const { actor } = context;
  if (!can(actor, "district.configure", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const [district, account] = await Promise.all([
    findMailDistrict(),
    findAccountById(actor.accountId),
  ]);
  if (mailer === null || district === null || account === null) return failure("no-mail");
  const { name, email } = account;
  const mail = composeTest({ name, district: district.name, url });
  const delivery = await mailer.send({ ...mail, to: { name, address: email } });
  return success({ ...delivery, to: email });
}
