import {
  CalendarCheck,
  ClipboardList,
  FileClock,
  Flag,
  HandHelping,
  HeartHandshake,
  Landmark,
  LayoutDashboard,
  LifeBuoy,
  type LucideIcon,
  MessageCircleQuestion,
  Radio,
  Scale,
  School,
  Settings,
  Upload,
  Users,
} from "lucide-react";

/** Icons by name: a server page can say which one without a function crossing to the browser. */
export const staffNavIcons = {
  overview: LayoutDashboard,
  district: Landmark,
  classes: School,
  flags: Flag,
  waves: Radio,
  attendance: CalendarCheck,
  rosters: Upload,
  people: Users,
  families: HeartHandshake,
  plans: ClipboardList,
  questions: MessageCircleQuestion,
  settings: Settings,
  audit: FileClock,
  help: LifeBuoy,
  asked: HandHelping,
  compare: Scale,
} as const satisfies Record<string, LucideIcon>;

export interface StaffNavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: keyof typeof staffNavIcons;
  /** A count to attend to, in words for screen readers: `{ text: "3", label: "3 new flags" }`. */
  readonly count?: { readonly text: string; readonly label: string } | undefined;
}

/** True where the item's page or a page below it is open. The overview at "/x" does not claim "/xy". */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
}
