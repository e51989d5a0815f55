/** The clock a wave runs by. */
export interface WaveZone {
  /** IANA name, "America/Chicago". */
  readonly zone: string;
  /** Its schools keep different clocks: the page must say whose counts. */
  readonly mixed: boolean;
}

/**
 * Which time zone a wave's opening and closing are meant in: that of its schools when they share one
 * (`null` is a school that keeps the district's), else the district's.
 */
export function zoneOfWave(
  schoolZones: readonly (string | null)[],
  districtZone: string,
): WaveZone {
  const zones = new Set(schoolZones.map((zone) => zone ?? districtZone));
  const [only] = zones;
  return zones.size === 1 && only !== undefined
    ? { zone: only, mixed: false }
    : { zone: districtZone, mixed: zones.size > 1 };
}
