import { createHash } from "node:crypto";
import type { Role } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { findAccountForSignIn, findAccountOfPerson } from "@/lib/data/accounts";
import { listSchools } from "@/lib/data/classes";
import { inTransaction } from "@/lib/data/client";
import { createInvitation, withdrawInvitations } from "@/lib/data/invitations";
import { findTeacherByEmail, findTeacherSchools, isActiveTeacher } from "@/lib/data/people";
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

type Refusal = "forbidden" | "invalid" | "has-account" | "not-on-roster" | "no-such-school";

/**
 * Makes an invitation; an open one for the same address and role ends with it. Returns the token that
 * goes into the link: it is shown once and not kept.
 */
export async function inviteColleague(
  context: ServiceContext,
  input: InvitationInput,
): Promise<Result<{ token: string }, Refusal>> {
  const { actor } = context;
  if (!can(actor, "people.list", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const fields = fieldProblems(input);
  if (Object.keys(fields).length > 0) return failure("invalid", { fields });
  const email = input.email.trim().toLowerCase();
  const target = await findTarget(input, email);
  if (target === null) return failure("not-on-roster");
  const { personId, schoolIds } = target;
  if (!can(actor, "people.invite", { role: input.role, schoolIds }).allowed) {
    // A teacher of another school and nobody at all look alike.
    return failure(input.role === "teacher" ? "not-on-roster" : "forbidden");
  }
  const known = new Set((await listSchools()).map((school) => school.id));
  if (input.role === "school-administrator" && !schoolIds.every((id) => known.has(id))) {
    return failure("no-such-school");
  }
  const taken =
    (await findAccountForSignIn(email)) !== null ||
    (personId !== null && (await findAccountOfPerson(personId)) !== null);
  if (taken) return failure("has-account");

  const token = Buffer.from(context.randomBytes(32)).toString("base64url");
  const id = context.randomUuid();
  await inTransaction(async (tx) => {
    await withdrawInvitations(tx, { email, role: input.role, accountId: null });
    await createInvitation(tx, {
      id,
      email,
      name: input.name.trim(),
      role: input.role,
      schoolIds: input.role === "school-administrator" ? [...schoolIds] : [],
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
      detail: { name: input.name.trim(), role: input.role, email },
    });
  });
  return success({ token });
}

function fieldProblems(input: InvitationInput): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!isEmail(input.email)) fields.email = "Give an e-mail address, such as name@school.org.";
  if (input.name.trim() === "") fields.name = "Give their name.";
  if (input.role === "school-administrator" && input.schoolIds.length === 0) {
    fields.schoolIds = "Choose at least one school.";
  }
  return fields;
}

/** Who is invited: the person on the roster, and the schools that decide who may invite them. */
async function findTarget(
  input: InvitationInput,
  email: string,
): Promise<{ personId: string | null; schoolIds: readonly string[] } | null> {
  if (input.role !== "teacher") {
    return {
      personId: null,
      schoolIds: input.role === "school-administrator" ? [...new Set(input.schoolIds)] : [],
    };
  }
  const personId = input.personId ?? (await findTeacherByEmail(email));
  if (personId === null || !(await isActiveTeacher(personId))) return null;
  return { personId, schoolIds: await findTeacherSchools(personId) };
}
