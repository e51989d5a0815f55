import type { Construct } from "@/lib/instruments/instrument";

import { CONSTRUCT_WORDS } from "./construct-words";

/** A construct beside its share of favourable answers: of barriers those are the ones that meet few. */
export function constructName(construct: Construct): string {
  return construct === "barriers" ? "Few barriers" : CONSTRUCT_WORDS[construct];
}
