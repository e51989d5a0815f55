import type { FileGroup } from "@/lib/verification/release-file";

/** A set of respondents about whom something could be proven: some regions of a block. */
export type Subject = {
  /** For messages: `class:7A`, `grade:S1/7 without class:7A`. */
  readonly label: string;
  /** Id of the group that it is, or is part of. */
  readonly group: string;
  readonly regions: readonly number[];
  /** Respondents, known exactly. */
  readonly size: number;
};

/**
 * The ballots of one demographic beside those of the hierarchy, for the same students: as many of each answer
 * on both sides, but for ballots that got lost.
 */
export type Link = {
  readonly hierarchy: readonly number[];
  readonly demographic: readonly number[];
  /** Ballots of the demographic more than of the hierarchy; below 0, fewer. */
  readonly excess: number;
  /** The most ballots that can have been lost on each side besides: seats without a ballot. */
  readonly spare: number;
};

/**
 * What is attacked at once: the groups of one unit, or those above the units. Regions are sets of ballots that
 * no published figure divides further, numbered from 0; an attack looks for how many of each answer each held.
 */
export type Block = {
  /** Id of the group around it, for seeds and messages. */
  readonly id: string;
  readonly regions: number;
  /** Sizes of regions, or of several together, that the file gives. */
  readonly sizes: readonly { readonly regions: readonly number[]; readonly size: number }[];
  readonly links: readonly Link[];
  /** Groups whose bands are published, and the regions in them. */
  readonly published: readonly { readonly group: FileGroup; readonly regions: readonly number[] }[];
  /** Sets of which nothing certain may be proven of every member. */
  readonly subjects: readonly Subject[];
  /** Shown groups, and shown groups without some of their parts: their counts must stay open. */
  readonly counted: readonly Subject[];
  /** Lists of subjects without a student in common: a student is in one subject of a list. */
  readonly populations: readonly (readonly Subject[])[];
};
