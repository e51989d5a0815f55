import type { Construct } from "@/lib/instruments/instrument";
import type { StrengthsAndTry } from "@/lib/insight/strengths-and-try";

import { constructName } from "./construct-name";

/** Constructs in a sentence: “Being oneself” and “Having a voice”. */
export function namesOf(constructs: readonly Construct[], word: "and" | "or" = "and"): string {
  const names = constructs.map((construct) => `“${constructName(construct)}”`);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** Why no strength is named and nothing to try. */
export function noStrengthsWords(code: Extract<StrengthsAndTry, { ok: false }>["code"]): string {
  switch (code) {
    case "withheld":
      return "The result is withheld, and so is what stands out in it.";
    case "too-few":
      return "Too few themes were asked to set them apart. Where each student is asked some of the questions, themes can be told from this term’s second pulse on.";
    case "all-alike":
      return "The bands of all themes overlap: the answers do not say that anything goes better or worse than the rest. Talk about the class as a whole.";
  }
}

/** Beside a strength: what it is certainly above. */
export function aboveWords(beyond: readonly Construct[]): string {
  return `More favourable answers than to ${namesOf(beyond)}.`;
}

/** Beside the thing to try: what is certainly above it, and what could be as low. */
export function tryWords(beyond: readonly Construct[], asLow: readonly Construct[]): string {
  const also =
    asLow.length === 0
      ? ""
      : ` ${namesOf(asLow)} could be as low: begin where you think it helps most.`;
  return `Fewer favourable answers than to ${namesOf(beyond)}.${also}`;
}
