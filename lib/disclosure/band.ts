import { legalBands } from "@/lib/disclosure/band-count";
import type { CountRange } from "@/lib/disclosure/band-count";
import type { Policy } from "@/lib/disclosure/policy";

/** A cell as a release holds it: between `lo` and `hi` of `n` respondents. Counts, both ends included. */
export type BandCell = CountRange & { readonly n: number };

/**
 * The only form in which anything about answers leaves lib/disclosure. It cannot be made from a count:
 * the constructor is private, and `fromCell` takes only bands that the policy itself draws for n, alone or
 * joined with their neighbours.
 */
export class ReleasedBand {
  readonly kind = "band";
  /** Makes the type nominal: an object with the same fields is not a ReleasedBand. */
  readonly #released = true;

  private constructor(
    /** Smallest possible count. */
    readonly lo: number,
    /** Largest possible count. */
    readonly hi: number,
    /** Respondents, exactly: for statistics. Pages show `Participation`, which is in blocks. */
    readonly n: number,
  ) {
    Object.freeze(this);
  }

  /**
   * A band read from a release. Throws RangeError unless {lo, hi} is one of the policy's bands for n, or
   * several joined: a narrowed or shifted cell, however it came about, must never be shown.
   */
  static fromCell({ lo, hi, n }: BandCell, policy: Policy): ReleasedBand {
    const bands = bandsFor(n, policy);
    const from = bands.findIndex((band) => band.lo === lo);
    if (from === -1 || !bands.slice(from).some((band) => band.hi === hi)) {
      throw new RangeError("not a band that the policy allows");
    }
    return new ReleasedBand(lo, hi, n);
  }

  /** Smallest possible share, 0 to 1. */
  get shareLo(): number {
    return this.lo / this.n;
  }

  /** Largest possible share, 0 to 1. */
  get shareHi(): number {
    return this.hi / this.n;
  }

  /** The share as whole percentages, rounded outwards so that the range never claims too much. */
  get percentRange(): CountRange {
    return { lo: Math.floor((100 * this.lo) / this.n), hi: Math.ceil((100 * this.hi) / this.n) };
  }

  /** Midpoint of the share and the variance of a uniform over the band, width²/12 (reference/statistics.md). */
  get shareMidpoint(): { readonly midpoint: number; readonly variance: number } {
    const width = this.shareHi - this.shareLo;
    return { midpoint: (this.shareLo + this.shareHi) / 2, variance: (width * width) / 12 };
  }

  /** A plain object, for JSON and for the edge between server and client components. */
  toJSON(): BandCell {
    return { lo: this.lo, hi: this.hi, n: this.n };
  }
}

/** By policy and n. A page of 2,000 classes reads 10,000 cells of some thirty different n. */
const known = new WeakMap<Policy, Map<number, readonly CountRange[]>>();

/** `legalBands`, remembered for policies that cannot change any more; for any other it is worked out anew. */
function bandsFor(n: number, policy: Policy): readonly CountRange[] {
  if (!Object.isFrozen(policy)) return legalBands(n, policy);
  const ofPolicy = known.get(policy) ?? new Map<number, readonly CountRange[]>();
  known.set(policy, ofPolicy);
  const bands = ofPolicy.get(n) ?? legalBands(n, policy);
  ofPolicy.set(n, bands);
  return bands;
}
