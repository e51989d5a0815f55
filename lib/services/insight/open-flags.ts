import type { FlagRow } from "@/lib/data/flags";

/** Open flags that somebody may see. */
export interface OpenFlags {
  readonly open: number;
  readonly act: number;
}

export function countFlags(flags: readonly FlagRow[]): OpenFlags {
  return { open: flags.length, act: flags.filter(({ tier }) => tier === "act").length };
}
