import type { StaffNavItem } from "@/components/layout/staff-nav-items";
import type { Role, StaffActor } from "@/lib/access/actor";

const OVERVIEW: StaffNavItem = { href: "/overview", label: "Overview", icon: "overview" };
const CLASSES: StaffNavItem = { href: "/classes", label: "Classes", icon: "classes" };
const FLAGS: StaffNavItem = { href: "/flags", label: "Flags", icon: "flags" };
const WAVES: StaffNavItem = { href: "/waves", label: "Pulses", icon: "waves" };
const QUESTIONS: StaffNavItem = { href: "/instruments", label: "Questions", icon: "questions" };
const PEOPLE: StaffNavItem = { href: "/people", label: "People", icon: "people" };
const ROSTERS: StaffNavItem = { href: "/rosters", label: "Rosters", icon: "rosters" };
const ATTENDANCE: StaffNavItem = { href: "/attendance", label: "Attendance", icon: "attendance" };
const AUDIT: StaffNavItem = { href: "/audit", label: "Audit log", icon: "audit" };

/** What each role finds in the navigation; what it may do there is decided by the services. */
export function navItemsFor(actor: StaffActor): readonly StaffNavItem[] {
  switch (actor.role) {
    case "district-administrator":
      return [OVERVIEW, FLAGS, WAVES, CLASSES, QUESTIONS, ROSTERS, ATTENDANCE, PEOPLE, AUDIT];
    case "school-administrator":
      return [OVERVIEW, FLAGS, WAVES, CLASSES, QUESTIONS, PEOPLE];
    case "teacher":
      return [{ ...CLASSES, label: "My classes" }, FLAGS, WAVES, QUESTIONS];
  }
}

/** Where somebody lands after signing in. */
export function homeOf(actor: { readonly role: Role }): string {
  return actor.role === "teacher" ? "/classes" : "/overview";
}
