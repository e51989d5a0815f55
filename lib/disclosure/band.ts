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
    /** Part of the respondents who were asked, by design of the forms, above 0 to 1. Shares are of those. */
    readonly asked: number,
  ) {
    Object.freeze(this);
  }

  /**
   * A band read from a release. Throws RangeError unless {lo, hi} is one of the policy's bands for n, or
   * several joined: a narrowed or shifted cell, however it came about, must never be shown.
   */
  static fromCell({ lo, hi, n }: BandCell, policy: Policy, asked = 1): ReleasedBand {
    if (!(asked > 0 && asked <= 1)) throw new RangeError("nobody, or more than all, were asked");
    const bands = bandsFor(n, policy);
    const from = bands.findIndex((band) => band.lo === lo);
    if (from === -1 || !bands.slice(from).some((band) => band.hi === hi)) {
      throw new RangeError("not a band that the policy allows");
    }
    return new ReleasedBand(lo, hi, n, asked);
  }

  /**
   * Smallest possible share, 0 to 1. Where only a part was asked, of the number that forms dealt at random ask on
   * average: how many it were nobody counts.
   */
  get shareLo(): number {
    return this.shareOf(this.lo);
  }

  /** Largest possible share, 0 to 1; as `shareLo`. */
  get shareHi(): number {
    return this.shareOf(this.hi);
  }

  private shareOf(count: number): number {
    return this.asked === 1 ? count / this.n : Math.min(1, count / (this.n * this.asked));
  }

  /** The share as whole percentages, rounded outwards so that the range never claims too much. */
  get percentRange(): CountRange {
    const percent = (count: number) => Math.min(100, (100 * count) / (this.n * this.asked));
    return { lo: Math.floor(percent(this.lo)), hi: Math.ceil(percent(this.hi)) };
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
