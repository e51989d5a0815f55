import type { StaffNavItem } from "@/components/layout/staff-nav-items";
import type { Role, StaffActor } from "@/lib/access/actor";

const OVERVIEW: StaffNavItem = { href: "/overview", label: "Overview", icon: "overview" };
const DISTRICT: StaffNavItem = { href: "/district", label: "District", icon: "district" };
const CLASSES: StaffNavItem = { href: "/classes", label: "Classes", icon: "classes" };
const FLAGS: StaffNavItem = { href: "/flags", label: "Flags", icon: "flags" };
const PLANS: StaffNavItem = { href: "/plans", label: "Plans", icon: "plans" };
const WAVES: StaffNavItem = { href: "/waves", label: "Pulses", icon: "waves" };
const QUESTIONS: StaffNavItem = { href: "/instruments", label: "Questions", icon: "questions" };
const COMPARE: StaffNavItem = { href: "/cohorts", label: "Compare", icon: "compare" };
const PEOPLE: StaffNavItem = { href: "/people", label: "People", icon: "people" };
const ROSTERS: StaffNavItem = { href: "/rosters", label: "Rosters", icon: "rosters" };
const FAMILIES: StaffNavItem = { href: "/participation", label: "Families", icon: "families" };
const ATTENDANCE: StaffNavItem = { href: "/attendance", label: "Attendance", icon: "attendance" };
const HELP: StaffNavItem = { href: "/help-for-students", label: "Help for students", icon: "help" };
const SETTINGS: StaffNavItem = { href: "/settings", label: "Settings", icon: "settings" };
const AUDIT: StaffNavItem = { href: "/audit", label: "Audit log", icon: "audit" };

/**
 * What each role finds in the navigation; what it may do there is decided by the services.
 * @param asked new requests of students for an adult; null for those who receive none
 */
export function navItemsFor(actor: StaffActor, asked: number | null): readonly StaffNavItem[] {
  const [home, ...others] = ownItems(actor);
  if (asked === null || home === undefined) return ownItems(actor);
  // Somebody waits for an answer: not at the end of the list.
  return [home, askedFor(asked), ...others];
}

function askedFor(asked: number): StaffNavItem {
  const label = asked === 1 ? "1 new request" : `${String(asked)} new requests`;
  return {
    href: "/asked-for",
    label: "Student requests",
    icon: "asked",
    count: asked === 0 ? undefined : { text: String(asked), label },
  };
}

function ownItems(actor: StaffActor): readonly StaffNavItem[] {
  switch (actor.role) {
    case "district-administrator":
      return [
        OVERVIEW,
        DISTRICT,
        FLAGS,
        PLANS,
        WAVES,
        CLASSES,
        COMPARE,
        QUESTIONS,
        FAMILIES,
        ROSTERS,
        ATTENDANCE,
        PEOPLE,
        HELP,
        SETTINGS,
        AUDIT,
      ];
    case "school-administrator":
      return [OVERVIEW, FLAGS, PLANS, WAVES, CLASSES, COMPARE, QUESTIONS, FAMILIES, PEOPLE];
    case "teacher":
      return [{ ...CLASSES, label: "My classes" }, FLAGS, PLANS, WAVES, QUESTIONS];
  }
}

/** Where somebody lands after signing in. */
export function homeOf(actor: { readonly role: Role }): string {
  return actor.role === "teacher" ? "/classes" : "/overview";
}
