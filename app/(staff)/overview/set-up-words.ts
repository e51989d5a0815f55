import type { SetUpStepId } from "@/lib/services/set-up/read-set-up";

export interface StepWords {
  readonly title: string;
  readonly why: string;
  readonly action: string;
  readonly href: string;
  /** Sample files to try it with. */
  readonly samples?: readonly string[];
}

/** What each step is called, why it is there, and where it is done. */
export const STEP_WORDS: Readonly<Record<SetUpStepId, StepWords>> = {
  roster: {
    title: "Import the roster",
    why: "Schools, classes, students and teachers, as a OneRoster file of your student information system. You see what would change before anything does.",
    action: "Import a roster",
    href: "/rosters",
    samples: ["roster.zip"],
  },
  attendance: {
    title: "Import attendance",
    why: "This school year’s, day by day. Without it no flag can say that absence rises.",
    action: "Import attendance",
    href: "/attendance",
    samples: ["attendance.csv", "calendar.csv"],
  },
  people: {
    title: "Invite your colleagues",
    why: "Teachers see their own class and are the first to see a flag; administrators see their schools.",
    action: "Invite people",
    href: "/people",
  },
  families: {
    title: "Tell families, and take in their choices",
    why: "A notice in their language, and who takes no part. Whether silence is a yes is for you to set.",
    action: "Families",
    href: "/participation",
    samples: ["participation.csv"],
  },
  help: {
    title: "Name help for students",
    why: "Lines that students can call or text after a pulse, and who is told when one asks for an adult.",
    action: "Help for students",
    href: "/help-for-students",
  },
  mail: {
    title: "Let Hearth send mail",
    why: "Once a week what waits for each of you, in counts and links. Set on the server; Hearth works without.",
    action: "Settings",
    href: "/settings",
  },
  questions: {
    title: "Choose the questions",
    why: "The usual pulse asks six and takes a minute. There are others, by grade and by length, and your own.",
    action: "Look at the questions",
    href: "/instruments",
  },
  pulse: {
    title: "Schedule the first pulse",
    why: "For the district, a school, a grade or some classes, on a day that suits them.",
    action: "Schedule a pulse",
    href: "/waves/new",
  },
  slips: {
    title: "Print the slips",
    why: "One sheet a class, cut up and dealt: each slip lets one student answer once. From the pulse’s page.",
    action: "See the pulses",
    href: "/waves",
  },
};
