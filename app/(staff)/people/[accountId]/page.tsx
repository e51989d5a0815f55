import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readAccount } from "@/lib/services/people/read-account";
import { DisableAccount } from "./disable-account";
import { EnableAccount } from "./enable-account";
import { ResetPassword } from "./reset-password";

export const metadata: Metadata = { title: "Account" };

export default async function AccountOfPersonPage({
  params,
}: {
  params: Promise<{ accountId: string }>;
}) {
  const { accountId } = await params;
  const found = await readAccount(serviceContext(await requireStaff()), accountId);
  if (!found.ok) notFound();
  const { account, mayDisable, mayEnable, mayResetPassword } = found.value;
  return (
    <>
      <PageHeader
        title={account.name}
        breadcrumbs={<Breadcrumbs items={[{ label: "People", href: "/people" }]} />}
        meta={
          account.disabled ? (
            <Badge tone="watch">Disabled</Badge>
          ) : (
            <Badge tone="good">Active</Badge>
          )
        }
      />
      <div className="grid max-w-2xl gap-6">
        <Card title="Account">
          <DefinitionList
            items={[
              { term: "E-mail address", value: account.email },
              { term: "Role", value: ROLE_WORDS[account.role] },
              {
                term: "Schools",
                value:
                  account.role === "district-administrator"
                    ? "All schools"
                    : account.schoolNames.join(", ") || "None on the roster now",
              },
            ]}
          />
        </Card>
        {mayResetPassword ? (
          <Card
            title="Lost password"
            description="A link with which they choose a new password themselves. It works once and for 24 hours."
          >
            <ResetPassword accountId={account.id} />
          </Card>
        ) : null}
        {mayEnable ? (
          <Card
            title="Enable this account again"
            description="They can then sign in as before, with the password they had. Links that ended when it was disabled stay ended."
          >
            <EnableAccount accountId={account.id} />
          </Card>
        ) : null}
        {mayDisable ? (
          <Card
            title="Disable this account"
            description="For somebody who has left. Nothing they did is removed."
          >
            <DisableAccount accountId={account.id} name={account.name} />
          </Card>
        ) : null}
      </div>
    </>
  );
}
