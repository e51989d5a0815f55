import type { Role } from "@/lib/access/actor";
import { type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { checkCredentials, type Credentials } from "./check-credentials";

export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly sessionEpoch: number;
}

/** Signs somebody in: what the session is to hold, or why not (see `checkCredentials`). */
export async function signIn(
  context: ServiceContext,
  input: Credentials,
): Promise<Result<SignedIn, "wrong-credentials" | "locked">> {
  const checked = await checkCredentials(context, input);
  if (!checked.ok) return checked;
  const { id, name, email, role, sessionEpoch } = checked.value;
  return success({ accountId: id, name, email, role, sessionEpoch });
}
