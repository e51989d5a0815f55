import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/tables/data-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { ROLES } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { serviceContext } from "@/lib/server/service-context";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { listPeople } from "@/lib/services/people/list-people";
import { InviteForm } from "./invite-form";
import {
  ACCOUNT_COLUMNS,
  accountRows,
  INVITATION_COLUMNS,
  invitationRows,
  TEACHER_COLUMNS,
  teacherRows,
} from "./people-rows";

export const metadata: Metadata = { title: "People" };

/** Who can sign in, who is invited, and which teachers are not here yet. */
export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireStaff();
  const context = serviceContext(actor);
  const [people, district, { teacher }] = await Promise.all([
    listPeople(context),
    readDistrict(),
    searchParams,
  ]);
  if (!people.ok) notFound();
  const { accounts, invitations, teachersToInvite, schools } = people.value;
  const roles = ROLES.filter(
    (role) => can(actor, "people.invite", { role, schoolIds: schools.map(({ id }) => id) }).allowed,
  );
  const chosen = teachersToInvite.find(({ id }) => id === teacher);
  return (
    <>
      <PageHeader
        title="People"
        description="Everyone who works with Hearth has an account of their own and sees only their own classes or schools. Students need none."
      />
      <div className="grid gap-6">
        <Card
          title="Invite a colleague"
          description="You get a link to pass on: it works once, for 14 days."
        >
          <InviteForm
            key={chosen?.id ?? ""}
            roles={roles.toReversed().map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
            schools={schools.map(({ id, name }) => ({ value: id, label: name }))}
            teachers={teachersToInvite.map((row) => ({
              id: row.id,
              name: `${row.givenName} ${row.familyName}`,
              email: row.email ?? "",
              schools: row.schoolNames.join(", "),
            }))}
            {...(chosen === undefined ? {} : { teacherId: chosen.id })}
          />
        </Card>
        <Card title="Accounts" flush>
          <DataTable
            caption="List of accounts"
            viewKey="accounts"
            noun="accounts"
            searchLabel="Search by name or e-mail"
            columns={ACCOUNT_COLUMNS}
            rows={accountRows(accounts)}
          />
        </Card>
        <Card title="Open invitations" flush>
          <DataTable
            caption="List of open invitations"
            viewKey="invitations"
            noun="invitations"
            columns={INVITATION_COLUMNS}
            rows={invitationRows(invitations, district?.timeZone ?? "UTC")}
            empty={
              <Nothing title="No open invitations">
                Whom you invite is listed here until they use their link.
              </Nothing>
            }
          />
        </Card>
        <Card
          title="Teachers without an account"
          description="They are on the roster and cannot sign in yet."
          flush
        >
          <DataTable
            caption="List of teachers without an account"
            viewKey="teachers"
            noun="teachers"
            columns={TEACHER_COLUMNS}
            rows={teacherRows(teachersToInvite)}
            empty={
              <Nothing title="Nobody is missing">
                Every teacher on the roster has an account or an invitation, or no roster is
                imported yet.
              </Nothing>
            }
          />
        </Card>
      </div>
    </>
  );
}

function Nothing({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div className="px-4 pb-5 sm:px-6">
      <EmptyState title={title}>{children}</EmptyState>
    </div>
  );
}
