import { createHash } from "node:crypto";
import type { Role } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { findAccountForSignIn } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { createInvitation } from "@/lib/data/invitations";
import { findTeacherSchools, findTeacherByEmail } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import { isEmail } from "../accounts/field-checks";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

export const INVITATION_DAYS = 14;
const DAY_MS = 24 * 3600_000;

/** The link's token and how it is stored: a stolen database holds hashes only. */
export function hashInvitationToken(token: string): Uint8Array {
  return createHash("sha256").update(`invitation:${token}`).digest();
}

export interface InvitationInput {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** For school administrators: their schools. */
  readonly schoolIds: readonly string[];
  /** For teachers: who they are on the roster; found by e-mail address when left out. */
  readonly personId: string | null;
}

/** Makes an invitation. Returns the token that goes into the link: it is shown once and not kept. */
export async function inviteColleague(
  context: ServiceContext,
  input: InvitationInput,
): Promise<Result<{ token: string }, "forbidden" | "invalid" | "has-account" | "not-on-roster">> {
  const { actor } = context;
  const email = input.email.trim().toLowerCase();
  const personId =
    input.role === "teacher" ? (input.personId ?? (await findTeacherByEmail(email))) : null;
  const schoolIds =
    input.role === "teacher"
      ? personId === null
        ? []
        : await findTeacherSchools(personId)
      : input.role === "school-administrator"
        ? input.schoolIds
        : [];

  const decision = can(actor, "people.invite", { role: input.role, schoolIds });
  if (!decision.allowed || actor.kind !== "staff") return failure("forbidden");
  const fields: Record<string, string> = {};
  if (!isEmail(email)) fields.email = "Give an e-mail address, such as name@school.org.";
  if (input.name.trim() === "") fields.name = "Give their name.";
  if (input.role === "school-administrator" && schoolIds.length === 0) {
    fields.schoolIds = "Choose at least one school.";
  }
  if (Object.keys(fields).length > 0) return failure("invalid", { fields });
  if (input.role === "teacher" && personId === null) return failure("not-on-roster");
  if ((await findAccountForSignIn(email)) !== null) return failure("has-account");

  const token = Buffer.from(context.randomBytes(32)).toString("base64url");
  const id = context.randomUuid();
  await inTransaction(async (tx) => {
    await createInvitation(tx, {
      id,
      email,
      name: input.name.trim(),
      role: input.role,
      schoolIds: [...schoolIds],
      personId,
      invitedBy: actor.accountId,
      tokenHash: hashInvitationToken(token),
      createdAt: context.now,
      expiresAt: new Date(context.now.getTime() + INVITATION_DAYS * DAY_MS),
    });
    await recordEvent(tx, context, {
      action: "invitation.created",
      subjectType: "invitation",
      subjectId: id,
      detail: { role: input.role, email },
    });
  });
  return success({ token });
}
