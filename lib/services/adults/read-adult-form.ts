import { checkCode } from "@/lib/ballots/wire/admission-code";
import { listReceiversOf } from "@/lib/data/adult-receivers";
import { findMarginByJoinCode, type JoinedMargin } from "@/lib/data/margins";

/** Days after a pulse in which its card still opens the form. An old card must not open it for ever. */
const OPEN_AFTER_DAYS = 14;

/** The class that a form is of. */
export interface AdultClass {
  readonly className: string;
  readonly joinCode: string;
  readonly timeZone: string;
}

/** What the form for an adult shows, from the class code alone: anybody may ask. */
export type AdultForm =
  | { readonly state: "wrong-code" }
  /** Nobody receives it here, or the code is of a pulse long over. */
  | ({ readonly state: "off" } & AdultClass)
  /** With those who will read it, as students know them: never empty. */
  | ({ readonly state: "on"; readonly people: readonly string[] } & AdultClass);

/** The class of a code, with the people who receive its requests. */
export interface AdultDesk {
  readonly margin: JoinedMargin;
  readonly people: readonly string[];
}

/** Finds the class of a code, however it is spelled. It looks at no slip and no ballot. */
export async function findAdultDesk(now: Date, joinCode: string): Promise<AdultDesk | null> {
  const checked = checkCode("join", joinCode);
  const margin = checked.ok ? await findMarginByJoinCode(checked.code) : null;
  if (margin === null) return null;
  const until = margin.wave.closesAt.getTime() + OPEN_AFTER_DAYS * 24 * 3_600_000;
  const receivers = now.getTime() > until ? [] : await listReceiversOf(margin.schoolId);
  return { margin, people: receivers.map(({ shownAs }) => shownAs) };
}

/** What the page says of the class of a desk. */
export function classOf({ margin }: AdultDesk): AdultClass {
  const { label: className, joinCode, wave } = margin;
  return { className, joinCode, timeZone: wave.timeZone };
}

/** Whether the form is on for a class, and who receives it. */
export async function readAdultForm(now: Date, joinCode: string): Promise<AdultForm> {
  const desk = await findAdultDesk(now, joinCode);
  if (desk === null) return { state: "wrong-code" };
  const { people } = desk;
  return people.length === 0
    ? { state: "off", ...classOf(desk) }
    : { state: "on", ...classOf(desk), people };
}
