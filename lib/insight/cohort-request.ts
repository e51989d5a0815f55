import { type CohortKey, cohortKeyText, parseCohortKey } from "@/lib/insight/cohort-key";
import { type Construct, CONSTRUCTS } from "@/lib/instruments/instrument";

/** More would not be read, and each one more makes every difference harder to tell from chance. */
export const MOST_COHORTS = 6;
export const MOST_WAVES = 3;
export const MOST_THEMES = 4;

/** What is compared: belonging, or one construct. */
export type Theme = "belonging" | Construct;

export interface CohortRequest {
  /** In the order of choosing, which is the order of the page; the others are compared with the first. */
  readonly keys: readonly CohortKey[];
  /** Not looked up yet; none: the newest that asked them. */
  readonly waveIds: readonly string[];
  /** Belonging unless something is chosen. */
  readonly themes: readonly Theme[];
  /** What of the address could not be followed, in words. */
  readonly problems: readonly string[];
}

type Values = string | readonly string[] | undefined;

/** Reads an address's `c`, `wave` and `theme`. What cannot be read is said and left out; the rest stands. */
export function readCohortRequest(query: {
  readonly c?: Values;
  readonly wave?: Values;
  readonly theme?: Values;
}): CohortRequest {
  const problems: string[] = [];
  const keys = new Map<string, CohortKey>();
  for (const text of listed(query.c)) {
    const key = parseCohortKey(text);
    if (key !== null) keys.set(cohortKeyText(key), key);
    else problems.push(`“${shortened(text)}” is not the address of a cohort: it is left out.`);
  }
  const waveIds: string[] = [];
  for (const text of new Set(listed(query.wave).map((value) => value.toLowerCase()))) {
    if (UUID.test(text)) waveIds.push(text);
    else problems.push(`“${shortened(text)}” is not a pulse: it is left out.`);
  }
  const themes: Theme[] = [];
  for (const text of new Set(listed(query.theme))) {
    const theme = THEMES.find((known) => known === text);
    if (theme !== undefined) themes.push(theme);
    else problems.push(`“${shortened(text)}” is not a theme of any pulse: it is left out.`);
  }
  return {
    keys: upTo([...keys.values()], MOST_COHORTS, "cohorts", problems),
    waveIds: upTo(waveIds, MOST_WAVES, "pulses", problems),
    themes: upTo(themes.length === 0 ? ["belonging"] : themes, MOST_THEMES, "themes", problems),
    problems,
  };
}

/** The address of the page that shows this. */
export function cohortAddress(request: Pick<CohortRequest, "keys" | "waveIds" | "themes">): string {
  const query = new URLSearchParams();
  for (const key of request.keys) query.append("c", cohortKeyText(key));
  for (const id of request.waveIds) query.append("wave", id);
  if (request.themes.join() !== "belonging") {
    for (const theme of request.themes) query.append("theme", theme);
  }
  const text = query.toString();
  return text === "" ? "/cohorts" : `/cohorts?${text}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const THEMES: readonly Theme[] = ["belonging", ...CONSTRUCTS];

/** An empty value is a select of which nothing was chosen. */
function listed(values: Values): string[] {
  return (typeof values === "string" ? [values] : [...(values ?? [])]).filter(
    (text) => text !== "",
  );
}

function upTo<T>(values: readonly T[], most: number, what: string, problems: string[]): T[] {
  const over = values.length - most;
  if (over > 0) {
    const left = over === 1 ? "The last one is" : `The last ${String(over)} are`;
    problems.push(`At most ${String(most)} ${what} can be compared at once. ${left} left out.`);
  }
  return values.slice(0, most);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
