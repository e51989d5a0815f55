/** Absences of a class's last window beside what was to be expected. */
export interface AbsenceChange {
  /** O/μ. */
  readonly ratio: number;
  /** 95%, in the same unit; null where nothing is told. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * How many times the absences to be expected there were, with the 95% interval on the rule's own scale O^⅔
 * (statistics.md, "Rising absence" step 4): one unit of z there is (O^⅔ − μ^⅔)/z, and ⅔·μ^(−⅓)·√(φμ) at least, where
 * both counts are the same. It holds chance in the window and what is not known of the class's usual level. Null when
 * nothing was to be expected.
 */
export function absenceChange({
  observed,
  expected,
  z,
  phi,
}: {
  readonly observed: number;
  readonly expected: number;
  readonly z: number;
  readonly phi: number;
}): AbsenceChange | null {
  if (!(expected > 0)) return null;
  const scaled = (count: number): number => Math.cbrt(count) ** 2;
  const difference = scaled(observed) - scaled(expected);
  const unit =
    z === 0 ? (2 / 3) * expected ** (-1 / 3) * Math.sqrt(phi * expected) : difference / z;
  const ratio = observed / expected;
  if (!Number.isFinite(unit) || unit <= 0) return { ratio, from: null, to: null };
  const back = (value: number): number => Math.max(0, value) ** 1.5 / expected;
  const reach = 1.96 * unit;
  return {
    ratio,
    from: back(scaled(observed) - reach),
    to: back(scaled(observed) + reach),
  };
}
