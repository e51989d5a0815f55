import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { homeOf } from "@/app/(staff)/staff-navigation";
import { PublicShell } from "@/components/layout/public-shell";
import { PageHeader } from "@/components/ui/page-header";
import { returnPath } from "@/lib/server/return-path";
import { currentActor } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

/** Sign-in of staff. Students never come here. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { callbackUrl, ended } = await searchParams;
  const district = await readDistrict();
  if (district === null) redirect("/set-up");
  const actor = await currentActor();
  const signedIn = actor.kind === "staff" ? { name: actor.name, home: homeOf(actor) } : null;
  return (
    <PublicShell narrow>
      <PageHeader
        title="Sign in"
        description={`For the staff of ${district.name}. Students need no account: they answer with the code from their class.`}
      />
      <SignInForm
        returnTo={returnPath(typeof callbackUrl === "string" ? callbackUrl : undefined)}
        signedIn={signedIn}
        ended={ended !== undefined}
        demonstration={district.isDemo}
      />
    </PublicShell>
  );
}
