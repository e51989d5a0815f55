import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { PublicShell } from "@/components/layout/public-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { serviceContext } from "@/lib/server/service-context";
import { currentActor } from "@/lib/server/session";
import { readResetLink } from "@/lib/services/people/reset-password";
import { ChoosePasswordForm } from "../../choose-password-form";
import { setNewPassword } from "./actions";

export const metadata: Metadata = { title: "New password" };

/** Where a link to a new password leads. Used, expired and invented links look alike. */
export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const account = await readResetLink(serviceContext({ kind: "anonymous" }), token);
  if (account === null) return <NoLink />;
  const actor = await currentActor();
  return (
    <PublicShell narrow>
      <PageHeader
        title={`A new password for ${account.name}`}
        description="Choose it here. It takes the place of the old one, and the account is signed out everywhere else."
      />
      <div className="grid gap-5">
        {actor.kind === "staff" && actor.accountId !== account.id ? (
          <Notice tone="watch" title={`You are signed in as ${actor.name}.`}>
            If the link is not for you, leave it to {account.name}. Going on signs you out and{" "}
            {account.name} in.
          </Notice>
        ) : null}
        <ChoosePasswordForm
          action={setNewPassword}
          token={token}
          email={account.email}
          label="Choose a new password"
          submit="Set the password and sign in"
          pending="Setting the password…"
        />
      </div>
    </PublicShell>
  );
}

function NoLink() {
  return (
    <PublicShell narrow>
      <h1 className="sr-only">New password</h1>
      <EmptyState
        icon={KeyRound}
        title="This link does not work"
        actions={<LinkButton href="/sign-in">Sign in</LinkButton>}
      >
        A link to a new password works once and for 24 hours. If you have used it, sign in.
        Otherwise ask an administrator of your school or district for a new one, and check that the
        whole link was copied.
      </EmptyState>
    </PublicShell>
  );
}
