import type { Construct } from "@/lib/instruments/instrument";
import { COVERED_CONSTRUCTS, GRADE_BANDS, type Grades } from "./catalogue";

/** What an address asks of the catalogue, and what in it is not known. */
export interface StrategyRequest {
  readonly construct: Construct | undefined;
  readonly band: (Grades & { readonly id: string; readonly label: string }) | undefined;
  /** The class that a strategy is looked for; whether there is one is said where a plan is started. */
  readonly classId: string | undefined;
  /** One sentence for each value that is not known. */
  readonly notes: readonly string[];
}

const SHOWN_LENGTH = 40;

/** Reads `about`, `grades` and `class` from an address; what is unknown is left out, and said. */
export function readStrategyRequest(
  query: Readonly<Record<string, string | string[] | undefined>>,
): StrategyRequest {
  const text = (name: string): string => {
    const value = query[name];
    return (typeof value === "string" ? value : (value?.[0] ?? "")).trim();
  };
  const about = text("about");
  const grades = text("grades");
  const construct = COVERED_CONSTRUCTS.find((one) => one === about);
  const band = GRADE_BANDS.find(({ id }) => id === grades);
  return {
    construct,
    band,
    classId: text("class") === "" ? undefined : text("class"),
    notes: [
      ...(about !== "" && construct === undefined
        ? [`“${shortened(about)}” is nothing that strategies are listed for.`]
        : []),
      ...(grades !== "" && band === undefined
        ? [`“${shortened(grades)}” are no grades that strategies are listed for.`]
        : []),
    ],
  };
}

function shortened(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
