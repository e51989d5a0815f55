import { randomBytes, randomUUID } from "node:crypto";
import type { Role, StaffActor } from "@/lib/access/actor";
import { createAccount } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { hashPassword } from "@/lib/server/password";
import type { ServiceContext } from "@/lib/services/context";
import { demoTruths } from "@/prisma/seed/truths";

export interface DemoAccounts {
  readonly administrator: { readonly actor: StaffActor; readonly link: string };
  readonly teacherLink: string;
  /** Creates the accounts that stand for people on the roster, once it is imported. */
  readonly linkTeacher: () => Promise<void>;
}

/** The password stands in the fragment, which no browser sends: it reaches no log. */
function linkFor(email: string, password: string): string {
  return `/sign-in#email=${encodeURIComponent(email)}&password=${encodeURIComponent(password)}`;
}

/**
 * Accounts of invented people, with passwords made for this installation alone: a demo on a school's
 * network must not be open to whoever has read this file.
 */
export async function createDemoAccounts(context: ServiceContext): Promise<DemoAccounts> {
  const password = (): string => randomBytes(12).toString("base64url");
  const teacherPassword = password();
  const administratorPassword = password();
  const administratorId = randomUUID();
  const create = async (account: {
    id: string;
    email: string;
    name: string;
    role: Role;
    password: string;
    schoolIds?: readonly string[];
    personId?: string;
  }): Promise<void> => {
    const passwordHash = await hashPassword(account.password);
    await inTransaction((tx) =>
      createAccount(tx, {
        id: account.id,
        email: account.email,
        name: account.name,
        passwordHash,
        role: account.role,
        schoolIds: account.schoolIds ?? [],
        personId: account.personId ?? null,
        createdAt: context.now,
      }),
    );
  };
  const administrator = {
    email: "administrator@larkfield.example",
    name: "Noor Adeyemi-Lindqvist",
  };
  await create({
    id: administratorId,
    ...administrator,
    role: "district-administrator",
    password: administratorPassword,
  });
  return {
    administrator: {
      actor: {
        kind: "staff",
        accountId: administratorId,
        name: administrator.name,
        role: "district-administrator",
        schoolIds: [],
        classIds: [],
      },
      link: linkFor(administrator.email, administratorPassword),
    },
    teacherLink: linkFor("teacher@larkfield.example", teacherPassword),
    linkTeacher: async () => {
      // The teacher whose class has something to see: low belonging and rising absence.
      await create({
        id: randomUUID(),
        email: "teacher@larkfield.example",
        name: "Demo teacher",
        role: "teacher",
        password: teacherPassword,
        personId: demoTruths.lowAndRising.replace("cls", "tch"),
      });
      await create({
        id: randomUUID(),
        email: "principal@larkfield.example",
        name: "Demo principal",
        role: "school-administrator",
        password: password(),
        schoolIds: ["sch-1"],
      });
    },
  };
}
