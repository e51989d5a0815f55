import type { Count } from "@/lib/disclosure/joint/answer-model";

/** A whole point of the model: answers that could be true, given everything published. */
export type Witness = Int32Array;

/** Something that must still be possible: `weight` × count ≥ `goal` at one witness at least. */
export type Target = {
  readonly count: Count;
  readonly weight: 1 | -1;
  readonly goal: number;
};
