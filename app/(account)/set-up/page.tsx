import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { PublicShell } from "@/components/layout/public-shell";
import { PageHeader } from "@/components/ui/page-header";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { SetUpForm } from "./set-up-form";
import { timeZoneOptions } from "./time-zones";

export const metadata: Metadata = { title: "Set up Hearth" };

/** The first run: a district and its first administrator. There is nothing here afterwards. */
export default async function SetUpPage() {
  // Nothing else on this page says that it must not be made during the build, which has no database.
  await connection();
  if ((await readDistrict()) !== null) redirect("/sign-in");
  return (
    <PublicShell narrow>
      <PageHeader
        title="Set up Hearth"
        description="This makes your district and your account as its first administrator. You invite everybody else afterwards."
      />
      <SetUpForm timeZones={timeZoneOptions()} />
    </PublicShell>
  );
}
