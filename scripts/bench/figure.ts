/** One line of the table: what was measured, and what came out, with units. */
export interface Figure {
  readonly what: string;
  readonly result: string;
}

/** The value below which `share` of the sorted-by-size `values` lie; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** "p50 1.2 ms, p95 3.4 ms" of times in milliseconds. */
export function percentiles(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`;
}

/** A whole number with a comma at the thousands. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
