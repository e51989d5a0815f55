import type { DigestFacts } from "./facts";

/** A heading with lines below it; each line may lead to a page of Hearth. */
export interface MailSection {
  readonly title: string;
  readonly lines: readonly MailLine[];
}

export interface MailLine {
  readonly text: string;
  /** Below the address of the installation: "/flags". */
  readonly path?: string;
}

/** The week in plain words, what waits for somebody first. Sections with nothing to say are left out. */
export function digestSections(facts: DigestFacts): MailSection[] {
  const sections: MailSection[] = [
    { title: "Students who asked for an adult", lines: requestLines(facts) },
    { title: "Flags", lines: flagLines(facts) },
    {
      title: "Pulses that open this week",
      lines: facts.opening.map(({ title, path, opensAt, timeZone }) => ({
        text: `${title} opens ${when(opensAt, timeZone)}.`,
        path,
      })),
    },
    {
      title: "Pulses that are open",
      lines: facts.open.map(({ title, path, closesAt, timeZone, collectedFloor, seats }) => ({
        text: `${title} closes ${when(closesAt, timeZone)}. ${collectedWords(collectedFloor, seats)}`,
        path,
      })),
    },
    {
      title: "Pulses with results since last week",
      lines: facts.sealed.map(({ title, path }) => ({ text: title, path })),
    },
    { title: "Attendance", lines: attendanceLines(facts) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** "1 request waits", "3 requests wait": for the week's mail and for the one of its own. */
export function requestWords(count: number): string {
  return count === 1 ? "1 request waits for you." : `${String(count)} requests wait for you.`;
}

function requestLines({ requests }: DigestFacts): MailLine[] {
  if (requests === null || requests === 0) return [];
  return [{ text: requestWords(requests), path: "/asked-for" }];
}

function flagLines({ flags: { fresh, waiting } }: DigestFacts): MailLine[] {
  const lines: MailLine[] = [];
  if (fresh > 0) {
    const words = fresh === 1 ? "1 new flag" : `${String(fresh)} new flags`;
    lines.push({ text: `${words} since last week.`, path: "/flags" });
  }
  if (waiting > 0) {
    const words = waiting === 1 ? "1 flag waits" : `${String(waiting)} flags wait`;
    lines.push({ text: `${words} for somebody to look at the reason.`, path: "/flags" });
  }
  return lines;
}

function attendanceLines({ attendanceDays }: DigestFacts): MailLine[] {
  if (attendanceDays === null) return [];
  const text = `Attendance was last imported ${String(attendanceDays)} days ago. A rise that is not imported cannot be seen.`;
  return [{ text, path: "/attendance" }];
}

function collectedWords(floor: number, seats: number): string {
  return floor === 0
    ? `Collected so far: a few at most, of ${String(seats)} seats.`
    : `Collected so far: at least ${String(floor)} of ${String(seats)} seats.`;
}

/** "Monday, November 30, at 9:15 AM", on the clock of the pulse. */
function when(at: Date, timeZone: string): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { timeZone, ...options }).format(at);
  const day = say({ weekday: "long", month: "long", day: "numeric" });
  return `${day}, at ${say({ hour: "numeric", minute: "2-digit", timeZoneName: "short" })}`;
}
