import { timeWords, weekWords } from "@/components/insight/date-words";
import type { AttentionItem } from "@/lib/services/overview/attention";

/** One thing to look at today, in words, with where it leads. Anything that wants to be named here gives one. */
export interface AttentionLine {
  readonly id: string;
  readonly text: string;
  readonly detail?: string | undefined;
  /** Undefined where the reader can do nothing about it here. */
  readonly to?: { readonly href: string; readonly link: string } | undefined;
}

function count(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${String(n)} ${many}`;
}

/** Attention in words; who may not import is told whom to ask. */
export function attentionLine(item: AttentionItem, mayImport: boolean): AttentionLine {
  switch (item.kind) {
    case "new-flags":
      return {
        id: item.kind,
        text: `${count(item.count, "new flag", "new flags")} to look at`,
        detail: "A flag says: look here. It can be wrong.",
        to: { href: "/flags", link: "Look at the flags" },
      };
    case "untaken-flags":
      return {
        id: item.kind,
        text: `${count(item.count, "flag is", "flags are")} older than ${String(item.days)} days, and nobody has ${item.count === 1 ? "it" : "them"}`,
        to: { href: "/flags", link: "See which" },
      };
    case "plans-to-look-at":
      return {
        id: item.kind,
        text: `${count(item.count, "plan is", "plans are")} to be looked at again`,
        to: { href: "/plans", link: "See the plans" },
      };
    case "closing":
      return {
        id: `closing-${item.wave.id}`,
        text: `${item.wave.title} closes ${timeWords(item.wave.closesAt, item.wave.timeZone)}`,
        detail: "Students who have not answered by then cannot any more.",
        to: { href: `/waves/${item.wave.id}`, link: "See the pulse" },
      };
    case "old-attendance":
      return { id: item.kind, ...attendanceWords(item, mayImport) };
    case "staged-imports":
      return {
        id: item.kind,
        text: `${count(item.count, "uploaded file waits", "uploaded files wait")} to be applied`,
        to: { href: "/rosters", link: "Look at it" },
      };
  }
}

function attendanceWords(
  { schools, of, since }: Extract<AttentionItem, { kind: "old-attendance" }>,
  mayImport: boolean,
): Omit<AttentionLine, "id"> {
  const some = `${count(schools, "school", "schools")} of ${String(of)}`;
  const whose = schools < of ? some : of === 1 ? "the school" : "all schools";
  return {
    text:
      since === null
        ? `There is no attendance of ${whose} in the last 20 weeks`
        : `Attendance of ${whose} ends in the week of ${weekWords(since)}`,
    detail: mayImport
      ? "Rising absence cannot be found in weeks that are not there."
      : "Rising absence cannot be found in weeks that are not there. Your district’s administrators import it.",
    to: mayImport ? { href: "/attendance", link: "Import attendance" } : undefined,
  };
}
