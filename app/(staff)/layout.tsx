import type { ReactNode } from "react";
import Link from "next/link";
import { DemoBanner } from "@/components/layout/demo-banner";
import { StaffShell } from "@/components/layout/staff-shell";
import { LinkButton } from "@/components/ui/link-button";
import type { StaffActor } from "@/lib/access/actor";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { requireStaff } from "@/lib/server/session";
import { serviceContext } from "@/lib/server/service-context";
import { countAsked } from "@/lib/services/adults/list-asked";
import { readDistrict } from "@/lib/services/accounts/read-district";
import { SignOutButton } from "./sign-out-button";
import { homeOf, navItemsFor } from "./staff-navigation";

/** Frames every staff page. It decides nothing about access: each service does. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const [district, asked] = await Promise.all([readDistrict(), countAsked(serviceContext(actor))]);
  return (
    <StaffShell
      navItems={navItemsFor(actor, asked)}
      homeHref={homeOf(actor)}
      signedIn={{ name: actor.name, role: ROLE_WORDS[actor.role] }}
      signOut={
        <div className="grid justify-items-start">
          <LinkButton href="/account" variant="quiet">
            Your account
          </LinkButton>
          <SignOutButton />
        </div>
      }
      banner={district?.isDemo === true ? <StaffDemoBanner actor={actor} /> : undefined}
    >
      {children}
    </StaffShell>
  );
}

function StaffDemoBanner({ actor }: { readonly actor: StaffActor }) {
  return (
    <DemoBanner>
      {actor.role === "district-administrator" ? (
        <Link href="/" className="underline underline-offset-2">
          Start for real
        </Link>
      ) : null}
    </DemoBanner>
  );
}
