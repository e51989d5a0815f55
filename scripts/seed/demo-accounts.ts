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
  /** Creates the accounts that stand for people on the roster, once it is imported. Gives the teacher. */
  readonly linkTeacher: () => Promise<StaffActor>;
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
      const teacher = {
        kind: "staff",
        accountId: randomUUID(),
        name: "Demo teacher",
        role: "teacher",
        schoolIds: [],
        classIds: [demoTruths.lowAndRising],
      } as const;
      await create({
        id: teacher.accountId,
        email: "teacher@larkfield.example",
        name: teacher.name,
        role: teacher.role,
        password: teacherPassword,
        personId: demoTruths.lowAndRising.replace("cls", "tch"),
      });
      // A teacher who has answered the flag of their class.
      await create({
        id: randomUUID(),
        email: "colleague@larkfield.example",
        name: "Demo colleague",
        role: "teacher",
        password: password(),
        personId: demoTruths.risingAbsence[1].replace("cls", "tch"),
      });
      await create({
        id: randomUUID(),
        email: "principal@larkfield.example",
        name: "Demo principal",
        role: "school-administrator",
        password: password(),
        schoolIds: ["sch-1"],
      });
      return teacher;
    },
  };
}
