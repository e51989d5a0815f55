/** One class of a scatter: where each of its two figures lies. Nothing here is a point. */
export interface ScatterBox {
  /** Attendance is counted exactly: how many times what was to be expected. */
  readonly ratio: number;
  /** 95%: how far chance reaches around it; null where the rule tells nothing of it. */
  readonly ratioFrom: number | null;
  readonly ratioTo: number | null;
  /** Released band, whole per cent. */
  readonly lo: number;
  readonly hi: number;
  /** 95% interval, whole per cent. */
  readonly loLikely: number;
  readonly hiLikely: number;
  /** Whether a flag is open that the reader may see. */
  readonly flagged: boolean;
}

/** Where a flag can be raised at all: above a ratio, below a share, or both. */
export interface ScatterRegions {
  readonly ratioFrom: number;
  /** Whole per cent; null where no differences between classes are told. */
  readonly shareBelow: number | null;
}

export interface ScatterMarks {
  readonly boxes: readonly ScatterBox[];
  readonly regions: ScatterRegions;
}
