import { MailX } from "lucide-react";
import type { Metadata } from "next";
import { PublicShell } from "@/components/layout/public-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { authSecret } from "@/lib/server/secrets";
import { readStopLink } from "@/lib/services/digest/stop-weekly";
import { StopForm } from "./stop-form";

export const metadata: Metadata = { title: "Weekly mail", robots: { index: false } };

/** Where the link at the end of a weekly mail leads. Opening it changes nothing: scanners of mail open every link. */
export default async function StopMailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readStopLink(decodeURIComponent(token), authSecret());
  if (link === null) return <NoLink />;
  return (
    <PublicShell narrow>
      <PageHeader
        title="Weekly mail"
        description={
          link.weeklyMail
            ? "Once a week Hearth writes to you what waits for you. You can stop that here, without signing in."
            : "You get no weekly mail. To have it again, sign in and turn it on under Your account."
        }
      />
      <div className="grid gap-5">
        <StopForm token={token} stopped={!link.weeklyMail} />
        <div>
          <LinkButton href="/account">Your account</LinkButton>
        </div>
      </div>
    </PublicShell>
  );
}

function NoLink() {
  return (
    <PublicShell narrow>
      <h1 className="sr-only">Weekly mail</h1>
      <EmptyState
        icon={MailX}
        title="This link does not work"
        actions={<LinkButton href="/account">Your account</LinkButton>}
      >
        Check that the whole link was copied. Under Your account you can stop the weekly mail, too.
      </EmptyState>
    </PublicShell>
  );
}
