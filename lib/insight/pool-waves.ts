import { itemMeanEffect } from "@/lib/insight/class-belonging";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { shareInterval } from "@/lib/psychometrics/interval";

/**
 * Correlation of a student's answers between two waves of a term. An assumption: anonymous waves cannot be paired.
 * Mostly the same students answer again, so that a second wave adds less than a second class would.
 */
const WAVE_CORRELATION = 0.7;

/**
 * One class's waves of a term as one figure: the mean of the waves. The bands' doubt is independent between waves and
 * shrinks with their number w; sampling doubt shrinks only to (1 + (w − 1)·.7)/w of one wave's.
 * Returns undefined for no waves. All waves must use the same items.
 */
export function poolWaves(waves: readonly GroupBelonging[]): GroupBelonging | undefined {
  const [first] = waves;
  if (first === undefined || waves.length === 1) return first;
  const mean = (read: (wave: GroupBelonging) => number): number =>
    waves.reduce((total, wave) => total + read(wave), 0) / waves.length;

  const waveEffect = (1 + (waves.length - 1) * WAVE_CORRELATION) / waves.length;
  const n = Math.min(...waves.map((wave) => wave.n));
  const midpoint = mean((wave) => wave.midpoint);
  const bandVariance = mean((wave) => wave.bandVariance) / waves.length;
  const { lo, hi } = shareInterval(midpoint * n, n, {
    designEffect: itemMeanEffect(first.itemCount) * waveEffect,
    extraVariance: bandVariance,
  });
  return {
    n,
    itemCount: first.itemCount,
    allAsked: waves.every((wave) => wave.allAsked),
    band: { lo: mean((wave) => wave.band.lo), hi: mean((wave) => wave.band.hi) },
    midpoint,
    bandVariance,
    samplingVariance: mean((wave) => wave.samplingVariance) * waveEffect,
    interval: { lo, hi },
  };
}
