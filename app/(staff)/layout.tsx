import type { ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { StaffShell } from "@/components/layout/staff-shell";
import { requireStaff } from "@/lib/server/session";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { SignOutButton } from "./sign-out-button";
import { homeOf, navItemsFor, roleWords } from "./staff-navigation";

/** Frames every staff page. It decides nothing about access: each service does. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const district = await readDistrict();
  return (
    <StaffShell
      navItems={navItemsFor(actor)}
      homeHref={homeOf(actor)}
      signedIn={{ name: actor.name, role: roleWords(actor) }}
      signOut={<SignOutButton />}
      banner={district?.isDemo === true ? <DemoBanner /> : undefined}
    >
      {children}
    </StaffShell>
  );
}
