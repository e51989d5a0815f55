import { MailX } from "lucide-react";
import type { Metadata } from "next";
import { PublicShell } from "@/components/layout/public-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { readInvitation } from "@/lib/services/people/accept-invitation";
import { ChoosePasswordForm } from "../../choose-password-form";
import { acceptInvitation } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

/** Where an invitation's link leads. Used, expired and invented links look alike. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(serviceContext({ kind: "anonymous" }), token);
  if (invitation === null) return <NoInvitation />;
  const [district, actor] = await Promise.all([readDistrict(), currentActor()]);
  return (
    <PublicShell narrow>
      <PageHeader
        title={`Welcome, ${invitation.name}`}
        description={`You are invited to Hearth${district === null ? "" : ` at ${district.name}`} as ${ROLE_WORDS[invitation.role].toLowerCase()}. Choose a password, and your account is ready.`}
      />
      <div className="grid gap-5">
        {actor.kind === "staff" ? (
          <Notice tone="watch" title={`You are signed in as ${actor.name}.`}>
            If the invitation is not for you, leave it to {invitation.name}. Going on signs you out
            and {invitation.name} in.
          </Notice>
        ) : null}
        <ChoosePasswordForm
          action={acceptInvitation}
          token={token}
          email={invitation.email}
          label="Choose a password"
          submit="Make my account"
          pending="Making your account…"
        />
      </div>
    </PublicShell>
  );
}

function NoInvitation() {
  return (
    <PublicShell narrow>
      <h1 className="sr-only">Invitation</h1>
      <EmptyState
        icon={MailX}
        title="This invitation does not work"
        actions={<LinkButton href="/sign-in">Sign in</LinkButton>}
      >
        A link works once and for 14 days. If you have used it, sign in. Otherwise ask the person
        who sent it for a new one, and check that the whole link was copied.
      </EmptyState>
    </PublicShell>
  );
}
