import type { Bucket } from "@/lib/disclosure/items";

/** A whole point of the model: answers that could be true, given everything published. */
export type Witness = Int32Array;

/** Something that must still be possible: "at least `least` of this atom answered in `bucket`", or outside it. */
export type Presence = {
  readonly atom: number;
  readonly bucket: Bucket;
  readonly outside: boolean;
  readonly least: number;
};

/** Where each bucket stands in what is kept by atom and bucket. */
export const BUCKET_PLACES = { favourable: 0, unfavourable: 1, neutral: 2 } as const;
export const BUCKETS = 3;
