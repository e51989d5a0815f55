import { z } from "zod";
import { ADMISSIONS, MOST_DIMENSIONS, type WaveOptions } from "./options";

const options = z.object({
  /** Demographics whose groups are published beside classes, by school; empty for classes only. */
  dimensions: z.array(z.string().min(1).max(60)).max(MOST_DIMENSIONS).default([]),
  /** Students may write a few words, which count for nothing and are read by school. */
  words: z.boolean().default(false),
  /** Students of larger classes may name classmates they could ask for help: research, only figures are kept. */
  nominations: z.boolean().default(false),
  /** Waves from before there was a choice had slips. */
  admission: z.enum(ADMISSIONS).default("slips"),
});

/** Reads stored options; a wave from before there were any has none. Hearth wrote them, so anything else throws. */
export function readWaveOptions(stored: unknown): WaveOptions {
  return options.parse(stored ?? {});
}
