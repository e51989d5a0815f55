import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "@/lib/access/actor";
import type { ServiceContext } from "@/lib/services/context";

/** Somebody of a role at a fixed time; import runs name accounts without a foreign key. */
export function testContext(
  role: Role,
  now: string,
  more: { schoolIds?: string[]; classIds?: string[] } = {},
): ServiceContext {
  return {
    actor: {
      kind: "staff",
      accountId: randomUUID(),
      name: "Dana Imports",
      role,
      schoolIds: more.schoolIds ?? [],
      classIds: more.classIds ?? [],
    },
    now: new Date(now),
    randomBytes,
    randomUuid: randomUUID,
  };
}
