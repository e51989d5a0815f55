import { z } from "zod";

/** Each demographic is one more ballot a student casts, and one more row of figures to read. */
export const MOST_DIMENSIONS = 3;

const options = z.object({
  /** Demographics whose groups are published beside classes, by school; empty for classes only. */
  dimensions: z.array(z.string().min(1).max(60)).max(MOST_DIMENSIONS).default([]),
  /** Students may write a few words, which count for nothing and are read by school. */
  words: z.boolean().default(false),
  /** Students of larger classes may name classmates they could ask for help: research, only figures are kept. */
  nominations: z.boolean().default(false),
});

/** What a wave does beside asking its questions. Frozen with its plan. */
export type WaveOptions = {
  readonly dimensions: readonly string[];
  readonly words: boolean;
  readonly nominations: boolean;
};

/** Ballots that one student casts at most: for the class, for each demographic, for words, for nominations. */
export function ballotsOfStudent({ dimensions, words, nominations }: WaveOptions): number {
  return 1 + dimensions.length + (words ? 1 : 0) + (nominations ? 1 : 0);
}

export const NO_OPTIONS: WaveOptions = { dimensions: [], words: false, nominations: false };

/** Reads stored options; a wave from before there were any has none. Hearth wrote them, so anything else throws. */
export function readWaveOptions(stored: unknown): WaveOptions {
  return options.parse(stored ?? {});
}
