import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { serverMailer } from "@/lib/server/mailer";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readOwnAccount } from "@/lib/services/accounts/read-own-account";
import { readWeekly } from "@/lib/services/digest/choose-weekly";
import { PasswordForm } from "./password-form";
import { WeeklyMailForm } from "./weekly-mail-form";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const [account, weekly] = await Promise.all([readOwnAccount(context), readWeekly(context)]);
  return (
    <>
      <PageHeader title="Your account" />
      <div className="grid max-w-2xl gap-6">
        <Card title="Who you are here">
          <DefinitionList
            items={[
              { term: "Name", value: actor.name },
              { term: "E-mail address", value: account?.email ?? "" },
              { term: "Role", value: ROLE_WORDS[actor.role] },
              ...(account === null || account.schoolNames.length === 0
                ? []
                : [{ term: "Schools", value: account.schoolNames.join(", ") }]),
            ]}
          />
        </Card>
        <Card
          title="E-mail"
          description={
            serverMailer() === null
              ? "No mail goes out from this server yet. What you choose here counts once it does."
              : undefined
          }
        >
          <WeeklyMailForm weekly={weekly ?? false} />
        </Card>
        <Card
          title="Change your password"
          description="Everywhere else you are signed in, you will be signed out."
        >
          <PasswordForm email={account?.email ?? ""} />
        </Card>
      </div>
    </>
  );
}
